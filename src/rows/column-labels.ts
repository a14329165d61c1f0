// Names of row fields in plain words. Fields are an open set (contract.md section 8): the documented ones have a label and a group
// of their own, any other is read as the words that its name is made of.
import { DURATION_MS, UNIT_SIGNS, unitOfWords } from './column-units.ts';
import type { ColumnUnit } from './column-units.ts';
import * as words from './words.ts';

type Group = keyof typeof words.groups;
type KnownField = keyof typeof words.fieldNames;

/** Documented fields (contract.md sections 8 and 12). None of them says a unit. */
const DICTIONARY: ReadonlyMap<string, Group> = new Map<KnownField, Group>([
  ['id', 'ids'],
  ['startDateTime', 'time'],
  ['received', 'messages'],
  ['initiated', 'messages'],
  ['userId', 'ids'],
  ['userName', 'people'],
  ['userEmail', 'people'],
  ['userActive', 'people'],
  ['messageId', 'ids'],
]);
const LABELS: ReadonlyMap<string, string> = new Map(Object.entries(words.fieldNames));

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
const CLOCKS: ReadonlyMap<string, string> = new Map(Object.entries(words.clocks));

/** The first that fits; names of sections 8 and 12 of the contract in whatever form. */
const GROUPS: readonly (readonly [Group, RegExp])[] = [
  ['ids', /\bids?$/],
  ['closing', /clos|reopen/],
  ['replies', /repl|\bsla\b/],
  ['assignment', /assign/],
  ['people', /\b(?:user|owner|assignee)\b/],
  ['time', /\btime\b|\bdate\b|\bat$/],
  ['messages', /receiv|initiat|sender|domain|subject|message|attachment|tag|conversation|status/],
];

/** The unit that a field's name says, `seconds` for `averageElapsedInitialReplySeconds`. */
export function unitOf(key: string): ColumnUnit | null {
  return unitOfWords(wordsOf(key));
}

/** What a field tells about, for people. */
export function groupOf(key: string): string {
  const text = wordsOf(key).join(' ');
  const group = DICTIONARY.get(key) ?? GROUPS.find(([, names]) => names.test(text))?.[0];
  return words.groups[group ?? 'other'];
}

/**
 * "Initial replies inside SLA, %" for `initialRepliesInsideSlaPercent`. Where cells say the `unit` themselves a duration is called a
 * time ("Average initial reply time, mailbox hours"); null, where they show the bare number, names what it is in.
 */
export function labelOf(key: string, unit: ColumnUnit | null = unitOf(key)): string {
  return LABELS.get(key) ?? inWords(key, unit);
}

function inWords(key: string, shown: ColumnUnit | null): string {
  const parts = wordsOf(key);
  const last = parts.at(-1);
  if (last === undefined) return key.trim() === '' ? words.noName : key;
  const named = unitOfWords(parts);
  if (named !== null) {
    const measured = parts.slice(0, -1);
    const isDuration = shown !== null && DURATION_MS[shown] !== undefined;
    return isDuration ? durationLabel(measured) : words.nameInUnit(sentence(measured), UNIT_SIGNS[named]);
  }
  if (last === 'time' && parts.at(-2) === 'date' && parts.length > 2) {
    return words.atName(sentence(parts.slice(0, -2)));
  }
  return sentence(parts);
}

function durationLabel(measured: readonly string[]): string {
  const isTime = /^(?:time|duration|delay|age)$/.test(measured.at(-1) ?? '');
  const text = `${measured.join(' ')} `;
  const clock = CLOCKS.get(CLOCK.exec(text)?.[1] ?? '');
  const name = sentence(text.replace(CLOCK, '').trim().split(' '));
  const label = isTime ? name : name === '' ? words.time : words.timeOfName(name);
  return clock === undefined ? label : words.nameByClock(label, clock);
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

function sentence(parts: readonly string[]): string {
  const text = parts.map((word) => ACRONYMS.get(word) ?? word).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
