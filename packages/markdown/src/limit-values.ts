/** What one text may hold. `depth` counts lists, quotations, emphasis and links inside one another. */
export const LIMITS = { codePoints: 50_000, depth: 20, mentions: 50, links: 100 } as const;
