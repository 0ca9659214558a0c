import { useLingui } from '@lingui/react/macro';

/** What a member may do in a space with members by name. */
export function useLevels(): Record<'read' | 'write' | 'moderate', string> {
  const { t } = useLingui();
  return { read: t`chỉ đọc`, write: t`đọc và viết`, moderate: t`điều hành` };
}
