import type { ProblemError } from '../../lib/api.js';
import { notify } from '../../ui/notify.js';

/** Says in the corner why a button did nothing; what it showed has been taken back. */
export const tellProblem = ({ body }: ProblemError): void => void notify({ message: `${body.title}. ${body.detail}` });
