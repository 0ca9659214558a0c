export { render, type Rendered } from './render.js';
export { sanitise } from './sanitise.js';
export { cut, excerpt, plainText } from './plain-text.js';
export { LIMITS, limits, type LimitCode } from './limits.js';
export {
  fillReferences,
  references,
  type Reference,
  type ReferenceKind,
  type ResolvedReference,
} from './references.js';
