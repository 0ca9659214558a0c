import type { File as Stored } from '@hat-nhan/contracts';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format.js';

export const isPicture = ({ type }: Pick<Stored, 'type'>): boolean => type.startsWith('image/');

/** What the reader calls this kind of file. */
export function KindOfFile({ type }: Pick<Stored, 'type'>): ReactNode {
  if (type === 'application/pdf') return 'PDF';
  if (type.endsWith('wordprocessingml.document')) return 'Word';
  if (type.endsWith('spreadsheetml.sheet')) return 'Excel';
  return <Trans>Ảnh</Trans>;
}

/** 1,2 MB; 340 KB. */
export function SizeOfFile({ bytes }: { bytes: number }): ReactNode {
  const format = useFormat();
  const tenths = (value: number) => format.number(Math.max(0.1, Math.round(value * 10) / 10));
  return bytes >= 1024 * 1024 ? `${tenths(bytes / 1024 / 1024)} MB` : `${tenths(bytes / 1024)} KB`;
}
