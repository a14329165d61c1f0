// How deep foreign JSON may be nested. A parser reads any depth, but whatever goes through the value afterwards, writing it out again
// included, runs out of stack at some ten thousand levels.

/** Far more than any documented parameter needs. */
const MOST_LEVELS = 100;

/** Whether `value` is nested no deeper than `levels`. Never looks further down than that. */
export function isShallow(value: unknown, levels: number = MOST_LEVELS): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1));
}
