/** The first Node that runs this product. */
export const NODE_MAJOR = 24;

/** Gives the one line that names the remedy when `version` (as in `process.versions.node`) is too old, else null. */
export function nodeTooOld(version: string): string | null {
  if (Number.parseInt(version, 10) >= NODE_MAJOR) return null;
  return `Cần Node ${NODE_MAJOR} trở lên, đang là ${version}. Hãy chạy bằng npm start: Node ${NODE_MAJOR} đã có sau npm ci (Node ${NODE_MAJOR} is needed; npm start brings its own)`;
}
