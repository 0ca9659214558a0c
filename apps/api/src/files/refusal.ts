import type { FieldCode } from '@hat-nhan/contracts';
import { Problem } from '../platform/problem.js';

/** A file that is not taken, with the reason that its sender is told. */
export const refusal = (code: Extract<FieldCode, `file-${string}`>) =>
  new Problem('file-refused', { errors: [{ pointer: '/file', code }] });
