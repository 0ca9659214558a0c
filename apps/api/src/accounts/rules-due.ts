/** SQL: whether the account `a` has agreed to rules, and a later version asks for it again. */
export const rulesDue = (a: string): string => `(${a}.rules_at is not null and coalesce(
    coalesce(${a}.rules_version, 1) < (select max(v.version) from text_version v where v.asks), false))`;
