// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeRecord, kindOfHoldUp } from '#src/failures/describe-record.ts';
import type { DeskStatusSnapshot } from '#src/connection/desk-status.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { RunRecord } from '#src/records/record.ts';
import { HOUR, KEY_ID, MINUTE, NOW, SELF, failureOf, recordOf } from './failure-views.ts';

const LOADED = new Set([KEY_ID]);
const NO_KEYS = new Set<string>();
const FINE: DeskStatusSnapshot = { pausedKeys: new Set(), signedOut: false, incomplete: false };
const SIGNED_OUT: DeskStatusSnapshot = { pausedKeys: new Set(), signedOut: true, incomplete: false };
const PAUSED: DeskStatusSnapshot = { pausedKeys: new Set([KEY_ID]), signedOut: false, incomplete: false };

const sent = (agoMs: number): Partial<RunRecord> => ({
  attempts: [{ key: 'a', ledgerId: 'l', sentAt: NOW - agoMs, settledAt: NOW - agoMs }],
  pressedAt: NOW - agoMs,
  self: SELF,
});
const record = (
  state: RunRecord['state'],
  agoMs: number,
  kind?: FailureKind,
  more: Partial<RunRecord> = {},
) => recordOf({ state, ...sent(agoMs), failure: kind === undefined ? null : failureOf(kind), ...more });

const DAY = 24 * HOUR;
const LATER = { notBefore: NOW + MINUTE };

type Row = readonly [
  string,
  RunRecord,
  ReadonlySet<string>,
  DeskStatusSnapshot | undefined,
  FailureKind | null,
];

const ROWS: readonly Row[] = [
  ['nothing, for a fresh launch', record('queued', 0), LOADED, FINE, null],
  [
    'nothing while sending, whatever happened before',
    record('sending', 0, 'rate-limited'),
    NO_KEYS,
    FINE,
    null,
  ],
  ['nothing for a run that goes well', record('running', MINUTE), LOADED, FINE, null],
  ['nothing for a result that can be opened', record('done', HOUR), LOADED, FINE, null],

  ['why it failed', record('failed', HOUR, 'report-failed'), LOADED, FINE, 'report-failed'],
  [
    'why it failed, also without its key',
    record('failed', HOUR, 'report-failed'),
    NO_KEYS,
    FINE,
    'report-failed',
  ],
  [
    'why it failed, also days later',
    record('failed', 3 * DAY, 'report-failed'),
    LOADED,
    FINE,
    'report-failed',
  ],
  ['why it was refused', record('refused', HOUR, 'scope-missing'), LOADED, FINE, 'scope-missing'],
  [
    'why it was refused, also without its key',
    record('refused', HOUR, 'settings-refused'),
    NO_KEYS,
    FINE,
    'settings-refused',
  ],
  [
    'that its key was refused, also when that key works again',
    record('refused', HOUR, 'key-refused'),
    LOADED,
    FINE,
    'key-refused',
  ],
  [
    'doubt, whatever the keys',
    record('unknown', MINUTE, 'outcome-unknown'),
    NO_KEYS,
    FINE,
    'outcome-unknown',
  ],
  [
    'doubt, also days later',
    record('unknown', 3 * DAY, 'started-without-link'),
    LOADED,
    FINE,
    'started-without-link',
  ],

  ['another key, for a launch that waits for it', record('queued', 0), NO_KEYS, FINE, 'result-other-key'],
  [
    'another key before a limit',
    record('queued', 0, 'limit-undecided', LATER),
    NO_KEYS,
    FINE,
    'result-other-key',
  ],
  ['a limit while it lasts', record('queued', 0, 'rate-limited', LATER), LOADED, FINE, 'rate-limited'],
  [
    'no limit once its time has come',
    record('queued', 0, 'rate-limited', { notBefore: NOW }),
    LOADED,
    FINE,
    null,
  ],
  [
    'not sent while it waits for a connection',
    record('queued', 0, 'not-sent', LATER),
    LOADED,
    FINE,
    'not-sent',
  ],
  ['nothing once it is about to be sent', record('queued', 0, 'not-sent'), LOADED, FINE, null],
  ['full slots for as long as it is so', record('queued', 0, 'slots-full'), LOADED, FINE, 'slots-full'],

  ['another key, for a run', record('running', MINUTE), NO_KEYS, FINE, 'result-other-key'],
  ['another key, for a result', record('done', HOUR), NO_KEYS, FINE, 'result-other-key'],
  [
    'another key, for a lost result',
    record('lost', HOUR, 'result-missing'),
    NO_KEYS,
    FINE,
    'result-other-key',
  ],
  ['another key, not expired', record('done', 3 * DAY), NO_KEYS, FINE, 'result-other-key'],
  [
    'another key, not the trouble that polls had',
    record('running', MINUTE, 'update-delayed'),
    NO_KEYS,
    FINE,
    'result-other-key',
  ],

  ['expired at 24 hours', record('done', DAY), LOADED, FINE, 'result-expired'],
  ['not expired a moment before', record('done', DAY - 1), LOADED, FINE, null],
  ['expired, for a run nobody saw end', record('running', DAY), LOADED, FINE, 'result-expired'],
  ['expired, not delayed', record('running', DAY, 'update-delayed'), LOADED, FINE, 'result-expired'],
  ['expired, not missing', record('running', DAY, 'result-missing'), LOADED, FINE, 'result-expired'],
  ['expired, not overdue', record('running', 2 * DAY), LOADED, FINE, 'result-expired'],
  [
    'lost stays lost past 24 hours',
    record('lost', 2 * DAY, 'result-missing'),
    LOADED,
    FINE,
    'result-missing',
  ],

  ['overdue from 30 minutes', record('running', 30 * MINUTE), LOADED, FINE, 'overdue'],
  ['not overdue a moment before', record('running', 30 * MINUTE - 1), LOADED, FINE, null],
  ['a failed poll before overdue', record('running', HOUR, 'update-delayed'), LOADED, FINE, 'update-delayed'],
  ['a lost connection', record('running', MINUTE, 'connection-lost'), LOADED, FINE, 'connection-lost'],
  [
    'a page link that stops polling',
    record('running', MINUTE, 'page-link-refused'),
    LOADED,
    FINE,
    'page-link-refused',
  ],
  ['the wrong key', record('running', MINUTE, 'run-key-mismatch'), LOADED, FINE, 'run-key-mismatch'],

  [
    'signed out, before the keys that cannot be known',
    record('running', MINUTE, 'signed-out'),
    NO_KEYS,
    SIGNED_OUT,
    'signed-out',
  ],
  ['signed out, before expiry', record('running', DAY, 'signed-out'), LOADED, SIGNED_OUT, 'signed-out'],
  ['signed out, in the queue', record('queued', 0, 'signed-out'), NO_KEYS, SIGNED_OUT, 'signed-out'],
  [
    'signed out, where nobody says otherwise',
    record('running', MINUTE, 'signed-out'),
    LOADED,
    undefined,
    'signed-out',
  ],
  ['nothing once signed in again', record('running', MINUTE, 'signed-out'), LOADED, FINE, null],

  [
    'a refused key while it is paused',
    record('running', MINUTE, 'key-refused'),
    LOADED,
    PAUSED,
    'key-refused',
  ],
  [
    'a refused key, where nobody says otherwise',
    record('running', MINUTE, 'key-refused'),
    LOADED,
    undefined,
    'key-refused',
  ],
  ['nothing once the key was entered again', record('running', MINUTE, 'key-refused'), LOADED, FINE, null],
  [
    'another key while the gateway says so',
    record('running', MINUTE, 'result-other-key'),
    LOADED,
    PAUSED,
    'result-other-key',
  ],
  [
    'nothing once that key is loaded again',
    record('running', MINUTE, 'result-other-key'),
    LOADED,
    FINE,
    null,
  ],
  [
    'overdue once that key is loaded again',
    record('running', HOUR, 'result-other-key'),
    LOADED,
    FINE,
    'overdue',
  ],
];

describe('a card shows', () => {
  it.each(ROWS)('%s', (_, given, keys, status, kind) => {
    expect(describeRecord(given, NOW, keys, status)).toBe(kind);
  });

  it('some kind for every failed, refused or unknown record, even without evidence', () => {
    expect(describeRecord(record('failed', 0), NOW, LOADED)).toBe('report-failed');
    expect(describeRecord(record('refused', 0), NOW, LOADED)).toBe('not-recognised');
    expect(describeRecord(record('unknown', 0), NOW, LOADED)).toBe('outcome-unknown');
    expect(describeRecord(record('lost', 0), NOW, LOADED)).toBe('result-missing');
  });
});

describe('a queued launch is held up by', () => {
  const queued = record('queued', 0);
  const waiting = record('queued', 0, 'limit-undecided', LATER);
  it.each([
    ['a missing log-in', { kind: 'signed-out' } as const, queued, 'signed-out'],
    ['a key that is not loaded', { kind: 'needs-key' } as const, queued, 'result-other-key'],
    ['a refused key', { kind: 'key-paused' } as const, queued, 'key-refused'],
    [
      'a key that the gateway lost',
      { kind: 'key-paused' } as const,
      record('queued', 0, 'result-other-key'),
      'result-other-key',
    ],
    ['full slots', { kind: 'slots-full' } as const, queued, 'slots-full'],
    ['its own wait', { kind: 'wait', until: NOW + MINUTE } as const, waiting, 'limit-undecided'],
    ['a wait of the whole queue', { kind: 'wait', until: NOW + MINUTE } as const, queued, null],
    ['the one before it', { kind: 'behind' } as const, queued, null],
  ])('%s', (_, holdUp, given, kind) => {
    expect(kindOfHoldUp(holdUp, given)).toBe(kind);
  });
});
