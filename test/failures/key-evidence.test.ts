// @vitest-environment node
// What is known of a key without asking: what its records prove, and what needs it.
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#src/failures/catalogue.ts';
import type { FailureView } from '#src/failures/view.ts';
import { isUnused, keyUse, keyUseWords } from '#src/failures/key-use.ts';
import { scopesSeen } from '#src/failures/key-scopes.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { viewOf } from './failure-views.ts';
import { failureOf, HOUR, KEY, launchRequest, NOW, record } from '#test/support/records.ts';

const messages = { ...launchRequest(), report: 'receivedMessageDetail' as const };
const refused = (more: Partial<RunRecord> = {}) =>
  record('refused', { failure: failureOf('scope-missing'), ...more });

describe('the scopes of a key', () => {
  it.each<[string, RunRecord[], boolean, string[], string[]]>([
    ['are not known without evidence', [], false, [], []],
    ['work where a launch was accepted', [record('running')], false, ['reporting'], []],
    ['work where its list was read', [], true, ['reporting'], []],
    [
      'work where a launch that needs two was accepted',
      [record('done', { request: messages })],
      false,
      ['reporting', 'messages:read'],
      [],
    ],
    ['prove nothing by what was only queued', [record('queued')], false, [], []],
    ['prove nothing by an unknown outcome', [record('unknown')], false, [], []],
    [
      'are missing where nothing else explains a 403',
      [refused({ request: messages })],
      true,
      ['reporting'],
      ['messages:read'],
    ],
    [
      'are all in doubt where none was seen to work',
      [refused({ request: messages })],
      false,
      [],
      ['reporting', 'messages:read'],
    ],
    ['of another key do not count', [record('done', { keyId: 'other' })], false, [], []],
  ])('%s', (_, records, listed, works, missing) => {
    expect(scopesSeen(KEY, records, listed)).toEqual({ works, missing });
  });
});

describe('what needs a key', () => {
  it.each<[RunState, string]>([
    ['queued', '1 launch in the queue'],
    ['sending', '1 run that is alive'],
    ['running', '1 run that is alive'],
    ['unknown', '1 run that is alive'],
    ['done', '1 result that can still be read'],
    ['failed', ''],
    ['refused', ''],
    ['lost', ''],
  ])('%s', (state, words) => {
    const use = keyUse(KEY, [record(state)], NOW);
    expect(keyUseWords(use)).toBe(words);
    expect(isUnused(use)).toBe(words === '');
  });

  it('ends with the 24 hours, and with what the operator let go', () => {
    const later = NOW + 24 * HOUR;
    expect(isUnused(keyUse(KEY, [record('done'), record('running')], later))).toBe(true);
    expect(isUnused(keyUse(KEY, [record('unknown', { released: true })], NOW))).toBe(true);
    expect(isUnused(keyUse('other', [record('done')], NOW))).toBe(true);
  });

  it('is counted in words', () => {
    const records = [record('running'), record('unknown'), record('done'), record('done'), record('queued')];
    expect(keyUseWords(keyUse(KEY, records, NOW))).toBe(
      '2 runs that are alive, 2 results that can still be read and 1 launch in the queue',
    );
  });
});

describe('what the list of a key shows of a mailbox', () => {
  const at = Date.parse('2026-11-23T19:02:00Z');
  const said = (kind: FailureView['kind'], listed: boolean | null) =>
    CATALOGUE[kind]
      .said(viewOf(kind, listed === null ? {} : { mailboxListed: { at, listed } }), { now: at, size: 'card' })
      .join('\n');

  it.each(['mailbox-out-of-reach', 'result-missing'] as const)(
    'is said of %s, and claims no more',
    (kind) => {
      expect(said(kind, false)).toContain(
        'The list of key “Full access”, read today 14:02 Toronto time (just now), does not have this mailbox.',
      );
      expect(said(kind, true)).toContain(
        'has this mailbox, so the mailbox may be gone since, or the list out of date',
      );
      expect(said(kind, null)).not.toContain('The list of');
      for (const listed of [true, false]) expect(said(kind, listed)).not.toMatch(/exists|deleted/i);
    },
  );
});
