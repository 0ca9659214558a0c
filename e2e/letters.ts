import { expect, type BrowserContext } from '@playwright/test';

interface Letter {
  id: number;
  to: string;
  subject: string;
  at: string;
  text: string;
  html: string;
}

/** Waits for the newest letter to an address whose subject fits, in the mailbox of the demonstration. `after` in ms. */
export async function letterTo(
  context: BrowserContext,
  origin: string,
  email: string,
  subject: RegExp,
  after = 0,
): Promise<Letter> {
  let found: Letter | undefined;
  await expect
    .poll(
      async () => {
        const answer = await context.request.get(`${origin}/demo/mails`);
        const { items } = (await answer.json()) as { items: Letter[] };
        found = items.find((mail) => mail.to === email && subject.test(mail.subject) && Date.parse(mail.at) >= after);
        return found !== undefined;
      },
      { message: `a letter to ${email}`, timeout: 15_000 },
    )
    .toBe(true);
  if (!found) throw new Error(`No letter to ${email}`);
  return found;
}
