// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { slotLine, unseenSlots } from '#src/board/slot-text.ts';
import type { RunRecord } from '#src/records/record.ts';
import { attempt, failureOf, KEY, MINUTE, NOW, record } from '../support/records.ts';

const KEYS = new Set([KEY]);
const CLOCK = String.raw`\d\d:\d\d`;

describe('what holds a slot, since when, until when', () => {
  const ago = (minutes: number, state: RunRecord['state'], more: Partial<RunRecord> = {}) =>
    record(state, { attempts: [attempt('a', NOW - minutes * MINUTE)], movedAt: NOW, ...more });

  test.each<[string, RunRecord, string]>([
    [
      'a run with an estimate',
      ago(4, 'running', { progress: 50 }),
      'for 4 min. Should end in about 3–5 min.',
    ],
    ['a run without', ago(4, 'running'), 'for 4 min. Should end within 26 min.'],
    [
      'an overdue run',
      ago(40, 'running', { progress: 50 }),
      'for 40 min. Longer than runs normally take: when it ends is not known.',
    ],
    ['a launch on its way', ago(0.2, 'sending'), '. On its way to Emailgistics.'],
    ['nobody knows whether it started', ago(4, 'unknown'), 'UNTIL nobody knows yet whether it started.'],
    [
      'its link was lost',
      ago(4, 'unknown', { failure: failureOf('started-without-link') }),
      'UNTIL its link was lost, so its end cannot be seen.',
    ],
    [
      'its key is not loaded',
      ago(4, 'running', { keyId: 'key-9' }),
      'UNTIL its key is not loaded, so its end cannot be seen.',
    ],
    [
      'its updates have stopped',
      ago(4, 'running', { polling: 'stopped' }),
      'UNTIL its updates have stopped, so its end cannot be seen.',
    ],
    [
      'its key was refused',
      ago(4, 'running', { failure: failureOf('key-refused') }),
      'UNTIL its key does not open it, so its end cannot be seen.',
    ],
  ])('%s', (_name, run, words) => {
    const line = slotLine(run, [run], NOW, KEYS);
    const [, until] = words.split('UNTIL ');
    const expected =
      until === undefined ? words.replace(/^for/, ', for') : `, for 4 min. Held until ${CLOCK} .+: ${until}`;
    expect(line).toMatch(new RegExp(`^Since ${CLOCK}${expected}$`));
  });
});

describe('slots that the gateway counts and the cards do not explain', () => {
  test.each<[string, used: number, held: number, RunRecord[], number]>([
    ['as many as the cards', 2, 2, [], 0],
    ['fewer', 1, 2, [], 0],
    ['more', 3, 2, [], 1],
    [
      'a run has just ended: the count is some seconds old',
      3,
      2,
      [record('done', { endedAt: NOW - 5_000 })],
      0,
    ],
    ['a run ended long before', 3, 2, [record('done', { endedAt: NOW - MINUTE })], 1],
    [
      'one counts as not started here by the operator’s word',
      1,
      0,
      [record('unknown', { released: true })],
      0,
    ],
  ])('%s', (_name, used, held, records, unseen) => {
    expect(unseenSlots(used, held, records, NOW)).toBe(unseen);
  });
});
