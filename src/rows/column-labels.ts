// Names of row fields in plain words. Fields are an open set (contract.md section 8): the documented ones have a label and a group
// of their own, any other is read as the words that its name is made of.
import { DURATION_MS, UNIT_SIGNS, unitOfWords } from './column-units.ts';
import type { ColumnUnit } from './column-units.ts';

/** What a field tells about, in the order in which groups are listed. */
export const COLUMN_GROUPS = [
  'Time',
  'People',
  'Messages',
  'Replies',
  'Closing',
  'Assignment',
  'Other',
  'IDs',
] as const;
/** See {@link COLUMN_GROUPS}. */
export type ColumnGroup = (typeof COLUMN_GROUPS)[number];

/** Documented fields (contract.md sections 8 and 12). None of them says a unit. */
const DICTIONARY: ReadonlyMap<string, { readonly label: string; readonly group: ColumnGroup }> = new Map([
  ['id', { label: 'Row ID', group: 'IDs' }],
  ['startDateTime', { label: 'Period start', group: 'Time' }],
  ['received', { label: 'Received', group: 'Messages' }],
  ['initiated', { label: 'Initiated', group: 'Messages' }],
  ['userId', { label: 'User ID', group: 'IDs' }],
  ['userName', { label: 'User', group: 'People' }],
  ['userEmail', { label: 'User email', group: 'People' }],
  ['userActive', { label: 'User active', group: 'People' }],
  ['messageId', { label: 'Message ID', group: 'IDs' }],
]);

/** Words written otherwise than in small letters. */
const ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['id', 'ID'],
  ['ids', 'IDs'],
  ['sla', 'SLA'],
  ['url', 'URL'],
  ['utc', 'UTC'],
]);

/** The clocks that operators know (contract.md section 12), which are never mixed: said last, where they stand out. */
const CLOCK = /\b(mailbox hours|user hours|elapsed) /;

/** The first that fits; names of sections 8 and 12 of the contract in whatever form. */
const GROUPS: readonly (readonly [ColumnGroup, RegExp])[] = [
  ['IDs', /\bids?$/],
  ['Closing', /clos|reopen/],
  ['Replies', /repl|\bsla\b/],
  ['Assignment', /assign/],
  ['People', /\b(?:user|owner|assignee)\b/],
  ['Time', /\btime\b|\bdate\b|\bat$/],
  ['Messages', /receiv|initiat|sender|domain|subject|message|attachment|tag|conversation|status/],
];

const NO_NAME = '(no name)';

/** The unit that a field's name says, `seconds` for `averageElapsedInitialReplySeconds`. */
export function unitOf(key: string): ColumnUnit | null {
  return unitOfWords(wordsOf(key));
}

/** What a field tells about. */
export function groupOf(key: string): ColumnGroup {
  const text = wordsOf(key).join(' ');
  return DICTIONARY.get(key)?.group ?? GROUPS.find(([, words]) => words.test(text))?.[0] ?? 'Other';
}

/**
 * "Initial replies inside SLA, %" for `initialRepliesInsideSlaPercent`. Where cells say the `unit` themselves a duration is called a
 * time ("Average initial reply time, mailbox hours"); null, where they show the bare number, names what it is in.
 */
export function labelOf(key: string, unit: ColumnUnit | null = unitOf(key)): string {
  return DICTIONARY.get(key)?.label ?? inWords(key, unit);
}

function inWords(key: string, shown: ColumnUnit | null): string {
  const words = wordsOf(key);
  const last = words.at(-1);
  if (last === undefined) return key.trim() === '' ? NO_NAME : key;
  const named = unitOfWords(words);
  if (named !== null) {
    const measured = words.slice(0, -1);
    const isDuration = shown !== null && DURATION_MS[shown] !== undefined;
    return isDuration ? durationLabel(measured) : `${sentence(measured)}, ${UNIT_SIGNS[named]}`;
  }
  if (last === 'time' && words.at(-2) === 'date' && words.length > 2) {
    return `${sentence(words.slice(0, -2))} at`;
  }
  return sentence(words);
}

function durationLabel(measured: readonly string[]): string {
  const isTime = /^(?:time|duration|delay|age)$/.test(measured.at(-1) ?? '');
  const named = isTime ? measured : [...measured, 'time'];
  const text = named.join(' ');
  const clock = CLOCK.exec(text)?.[1];
  if (clock === undefined) return sentence(named);
  return `${sentence(text.replace(CLOCK, '').split(' '))}, ${clock}`;
}

/** Small-letter words of a field's name in camelCase, snake_case, kebab-case or plain text. */
export function wordsOf(key: string): string[] {
  return key
    .replaceAll(/[_\-.\s]+/gu, ' ')
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
}

function sentence(words: readonly string[]): string {
  const text = words.map((word) => ACRONYMS.get(word) ?? word).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
