// What the numbers of a column are in, as far as the field's name says so or the operator has chosen. Values never tell: 62 may be
// a share, a minute or a message.
import * as words from './words.ts';

/** `percent`: 62 is 62 %. `share`: 0.62 is 62 %. */
export type ColumnUnit = 'percent' | 'share' | 'milliseconds' | 'seconds' | 'minutes';

/** Last words of names that are a unit and not part of what is measured. */
const UNIT_WORDS: ReadonlyMap<string, ColumnUnit> = new Map([
  ['percent', 'percent'],
  ['milliseconds', 'milliseconds'],
  ['seconds', 'seconds'],
  ['minutes', 'minutes'],
]);

/** One of each, in ms. */
export const DURATION_MS: Readonly<Partial<Record<ColumnUnit, number>>> = {
  milliseconds: 1,
  seconds: 1_000,
  minutes: 60_000,
};

/** What is written after a number that is shown as it came. */
export const UNIT_SIGNS = words.unitSigns;

/** The unit that the words of a name end in; one word alone is the name itself. */
export function unitOfWords(words: readonly string[]): ColumnUnit | null {
  return words.length > 1 ? (UNIT_WORDS.get(words.at(-1) ?? '') ?? null) : null;
}
