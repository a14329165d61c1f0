// Records as storage gives them back: foreign input like any other. A field that is not what this version writes falls back to the
// least that can be said, so that one broken record costs its own card, and neither the others nor the queue.
import { RESULTS_PREFIX } from '#src/contract/endpoints.ts';
import { isShallow } from '#src/contract/nesting.ts';
import type { LaunchRequest, ReportId } from '#src/contract/reports.ts';
import { RECORD_VERSION } from './record.ts';
import type { Attempt, RunRecord } from './record.ts';
import * as words from './words.ts';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

/**
 * Stands for what was asked where that cannot be read. Records keep it, so it is the same in every language: reportTitle has words for
 * it.
 */
const UNREADABLE = 'Settings that cannot be read' as ReportId;

/** Beyond it no calendar has a date, and a day more must have one too. Epoch ms. */
const LATEST = 8.63e15;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isTime: Check = (value) => typeof value === 'number' && Math.abs(value) <= LATEST;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const hasForm =
  (form: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isFields(value) && Object.entries(form).every(([name, check]) => check(value[name]));

const isAttempt = hasForm({
  key: (value) => typeof value === 'string' && /^[\w-]{1,100}$/.test(value),
  ledgerId: isText,
  sentAt: isTime,
  settledAt: orNull(isTime),
});
const isRequest = hasForm({
  report: isText,
  options: isFields,
  parameters: (value) => hasForm({ mailboxId: isText })(value) && isShallow(value),
});
const isTarget: Check = (value) => typeof value === 'string' && value.startsWith('/api/v1/reports/');
const isSelf: Check = (value) => typeof value === 'string' && value.startsWith(RESULTS_PREFIX);

type Rule = readonly [check: Check, fallback: unknown];

/** The form of each field and what takes its place. The record's id is known, and `request` and `attempts` have rules of their own. */
const RULES: Readonly<Record<Exclude<keyof RunRecord, 'id' | 'request' | 'attempts'>, Rule>> = {
  version: [isNumber, RECORD_VERSION],
  origin: [(value) => value === 'here' || value === 'elsewhere', 'here'],
  target: [isTarget, ''],
  body: [isText, ''],
  mailbox: [hasForm({ name: isText, timeZone: isText }), { name: words.unknownMailbox, timeZone: 'UTC' }],
  keyId: [isText, ''],
  keyLabel: [isText, words.unknownKey],
  fingerprint: [isText, ''],
  pressedAt: [isTime, 0],
  position: [isNumber, 0],
  // One that this version does not know may be a newer version's.
  state: [isText, 'lost'],
  notBefore: [orNull(isTime), null],
  waits: [isNumber, 0],
  self: [orNull(isSelf), null],
  progress: [(value) => typeof value === 'number' && value >= 0 && value <= 100, 0],
  movedAt: [orNull(isTime), null],
  checkedAt: [orNull(isTime), null],
  pollFailures: [isNumber, 0],
  missingSince: [orNull(isTime), null],
  polling: [(value) => value === 'on' || value === 'stopped', 'stopped'],
  slower: [isFlag, false],
  endedAt: [orNull(isTime), null],
  tookMs: [orNull(isNumber), null],
  summary: [
    orNull(hasForm({ total: orNull(isNumber), firstPage: isNumber, more: isFlag, cutoff: orNull(isText) })),
    null,
  ],
  failure: [
    orNull(
      hasForm({
        kind: isText,
        at: isTime,
        method: isText,
        target: isText,
        status: orNull(isNumber),
        code: orNull(isText),
        message: orNull(isText),
        requestId: orNull(isText),
        retryAt: orNull(isTime),
        raw: orNull(isText),
      }),
    ),
    null,
  ],
  confirmed: [isFlag, false],
  released: [isFlag, false],
  rerunOf: [orNull(isText), null],
  batch: [orNull(isText), null],
  comparedWith: [(value) => value === undefined || orNull(isText)(value), null],
  ignored: [(value) => Array.isArray(value) && value.every(isFields), []],
};
const ENTRIES = Object.entries(RULES);

/** What came after the first version: one that is newer than this may have it otherwise, and it is kept as it is. */
const LATER: ReadonlySet<string> = new Set([
  'origin',
  'slower',
  'tookMs',
  'batch',
  'comparedWith',
  'ignored',
]);

/** What a launch is made of: one of which a part cannot be read is not sent. */
const SENT = ['request', 'target', 'body', 'keyId', 'attempts'];

function soundAttempts(value: unknown): readonly Attempt[] {
  return Array.isArray(value) ? (value as unknown[]).filter((one): one is Attempt => isAttempt(one)) : [];
}

/** The record that storage has under an id, or null where it cannot stand for one. The same object where nothing is wrong with it. */
export function soundRecord(stored: unknown): RunRecord | null {
  if (!isFields(stored) || typeof stored['id'] !== 'string') return null;
  const mended: Record<string, unknown> = {};
  const isNewer = Number(stored['version']) > RECORD_VERSION;
  for (const [name, [check, fallback]] of ENTRIES) {
    if (!check(stored[name]) && !(isNewer && LATER.has(name))) mended[name] = fallback;
  }
  const request: LaunchRequest = { report: UNREADABLE, options: {}, parameters: { mailboxId: '' } };
  if (!isRequest(stored['request'])) mended['request'] = request;
  const attempts = soundAttempts(stored['attempts']);
  const given = stored['attempts'];
  if (!Array.isArray(given) || attempts.length < given.length) mended['attempts'] = attempts;
  if (Object.keys(mended).length === 0) return stored as unknown as RunRecord;
  const state = mended['state'] ?? stored['state'];
  const unsendable = (state === 'queued' || state === 'sending') && SENT.some((name) => name in mended);
  if (unsendable || (state === 'running' && 'self' in mended)) {
    Object.assign(mended, { state: 'lost', polling: 'stopped' });
  }
  return { ...stored, ...mended } as unknown as RunRecord;
}

/** Whether what the record asked for could not be read at all. */
export function isUnreadable({ request }: Pick<RunRecord, 'request'>): boolean {
  return request.report === UNREADABLE;
}
