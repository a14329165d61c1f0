// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { doneLine, keptLine, queueLine, runningLine } from '#src/runs/live-text.ts';
import type { HoldUp } from '#src/runs/queue.ts';
import { createRecord } from '#src/records/record.ts';
import type { ResultSummary, RunRecord } from '#src/records/record.ts';

const NOW = Date.parse('2026-09-16T14:00:00Z');
const MINUTE = 60_000;

function record(more: Partial<RunRecord> = {}): RunRecord {
  return {
    ...createRecord({
      id: 'r1',
      request: { report: 'mailboxPerformance', options: {}, parameters: { mailboxId: 'mb_1' } },
      mailbox: { name: 'Sales Department', timeZone: 'America/Toronto' },
      keyId: 'k1',
      keyLabel: 'Full access',
      now: NOW,
    }),
    ...more,
  };
}

describe('why a launch waits', () => {
  const cases: [HoldUp | null, string][] = [
    [null, 'Next to be sent.'],
    [{ kind: 'slots-full' }, 'Sent when a slot is free.'],
    [{ kind: 'behind' }, 'Sent after the launches before it.'],
    [{ kind: 'signed-out' }, 'Sent when you are signed in again.'],
    [{ kind: 'needs-key' }, 'Sent when its key is loaded again.'],
    [{ kind: 'key-paused' }, 'Its key was refused. Sent when a working key is entered.'],
  ];

  it.each(cases)('%j', (holdUp, line) => {
    expect(queueLine(holdUp)).toBe(line);
  });

  it('names the time of the next try', () => {
    expect(queueLine({ kind: 'wait', until: NOW })).toMatch(/^Tried again at \d\d:\d\d\.$/);
  });
});

describe('how long a run takes', () => {
  it('says so far and the rest, once progress tells', () => {
    const running = record({ state: 'running', progress: 50, movedAt: NOW + 4 * MINUTE });
    expect(runningLine(running, NOW + 4 * MINUTE)).toBe('4 min in, about 3–5 min left');
  });

  it('makes no guess without progress', () => {
    expect(runningLine(record({ state: 'running' }), NOW + 4 * MINUTE)).toBe('4 min in');
    expect(runningLine(record({ state: 'running' }), NOW + 1_000)).toBe('Just started');
  });

  it('goes by earlier runs where there are some, and says where it takes longer than they did', () => {
    const usual = { lowMs: 6 * MINUTE, medianMs: 7 * MINUTE, highMs: 8 * MINUTE };
    const silent = record({ state: 'running' });
    expect(runningLine(silent, NOW + 4 * MINUTE, usual)).toBe('4 min in, about 2–4 min left');
    expect(runningLine(silent, NOW + 9 * MINUTE, usual)).toBe('9 min in, longer than usual');
    const halfway = record({ state: 'running', progress: 75, movedAt: NOW + 9 * MINUTE });
    expect(runningLine(halfway, NOW + 9 * MINUTE, usual)).toBe(
      '9 min in, about 2–4 min left, longer than usual',
    );
  });
});

describe('what a result holds', () => {
  const cases: [name: string, summary: ResultSummary | null, line: string][] = [
    ['a total', { total: 1204, firstPage: 500, more: true, cutoff: null }, '1,204 rows · Final'],
    ['one page', { total: null, firstPage: 1, more: false, cutoff: null }, '1 row · Final'],
    [
      'pages without a total',
      { total: null, firstPage: 500, more: true, cutoff: null },
      'more than 500 rows · Final',
    ],
    [
      'an open period',
      { total: 3, firstPage: 3, more: false, cutoff: '2026-09-16T14:00:00Z' },
      '3 rows · Data up to 10:00, mailbox time',
    ],
    [
      'a cutoff in another form',
      { total: 3, firstPage: 3, more: false, cutoff: 'lately' },
      '3 rows · The last period is still open',
    ],
    ['nothing known', null, 'Ready to open'],
  ];

  it.each(cases)('%s', (_, summary, line) => {
    expect(doneLine(record({ state: 'done', summary }))).toBe(line);
  });
});

describe('how long a result is kept', () => {
  it('counts down from the launch, and says since when it is gone', () => {
    expect(keptLine(record(), 'done', NOW + 3 * 60 * MINUTE)).toBe('Result kept for about 21 h');
    expect(keptLine(record(), 'expired', NOW + 48 * 60 * MINUTE)).toMatch(/^Kept until yesterday \d\d:\d\d$/);
  });
});
