// Copies as storage gives them back: foreign input like any other. A field that is not what this version writes falls back to the least
// that can be said, so that one broken copy costs its own place in the list, and neither the others nor the board.
import { describeRequest } from '#src/records/describe-request.ts';
import { soundRecord } from '#src/records/sound-record.ts';
import { recordOf } from './saved-copy.ts';
import type { SavedCopy } from './saved-copy.ts';

type Rule = readonly [check: (value: unknown) => boolean, fallback: unknown];

/** Beyond it no calendar has a date, and a day more must have one too. Epoch ms. */
const LATEST = 8.63e15;

const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown) => typeof value === 'string';

/** Of what age a copy is that does not say so is not known: it counts as old, since days to keep them are chosen for what is in them. */
const TIME: Rule = [(value) => typeof value === 'number' && Math.abs(value) <= LATEST, 0];
const COUNT: Rule = [isCount, 0];

/** The form of each field that records do not have, and what takes its place. */
const RULES: readonly (readonly [name: keyof SavedCopy, rule: Rule])[] = [
  ['launchedAt', TIME],
  ['capturedAt', TIME],
  ['complete', [(value) => typeof value === 'boolean', false]],
  ['rowCount', COUNT],
  ['chunks', COUNT],
  ['size', COUNT],
  ['total', [(value) => value === null || isCount(value), null]],
  // Absent would say that every period is final.
  ['cutoff', [(value) => value === null || isText(value), '']],
  ['source', [(value) => value === 'operator' || value === 'automatic' || value === 'file', 'file']],
  ['runId', [isText, '']],
];
/** Fields that are those of a record. */
const SHARED = ['request', 'mailbox', 'keyId', 'keyLabel', 'fingerprint'] as const;
/** What tells how many rows there are: where one of them is broken, nothing says that all are there. */
const TELLS_WHOLE = ['complete', 'rowCount', 'chunks'];

/** Whether all that is made of a request can be made of this one: its lists and options may hold what no text can be made of. */
function isUsable(copy: SavedCopy): boolean {
  try {
    recordOf(copy);
    describeRequest(copy);
    JSON.stringify(copy.request);
    return true;
  } catch {
    return false;
  }
}

/** The copy that storage has under an id, or null where it cannot stand for one. The same object where nothing is wrong with it. */
export function soundCopy(stored: unknown): SavedCopy | null {
  const shared = soundRecord(stored);
  if (shared === null) return null;
  const given = stored as Readonly<Record<string, unknown>>;
  const mended: Record<string, unknown> = {};
  for (const name of SHARED) if (shared[name] !== given[name]) mended[name] = shared[name];
  for (const [name, [check, fallback]] of RULES) if (!check(given[name])) mended[name] = fallback;
  if (TELLS_WHOLE.some((name) => name in mended)) mended['complete'] = false;
  const copy = { ...given, ...mended } as unknown as SavedCopy;
  if (!isUsable(copy)) mended['request'] = soundRecord({ id: copy.id })?.request;
  return Object.keys(mended).length === 0
    ? (stored as SavedCopy)
    : ({ ...copy, ...mended } as unknown as SavedCopy);
}
