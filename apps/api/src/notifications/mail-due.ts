/** When a letter goes: the inbox may be read before. */
export const mailDue = (now: Date): string => new Date(now.getTime() + 10 * 60_000).toISOString();
