// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { recordView } from '#src/failures/record-view.ts';
import { HOUR, KEY_ID, MINUTE, NOW, SELF, failureOf, recordOf } from './failure-views.ts';

const keys = new Set([KEY_ID]);
const summary = { total: 30, firstPage: 30, more: false, cutoff: null };

describe('what a panel is told of a record', () => {
  it('is its own words, times and evidence', () => {
    const failure = failureOf('scope-missing', { target: '/api/v1/reports/mailboxPerformance?max=500' });
    const view = recordView(recordOf({ state: 'refused', failure }), 'scope-missing', {
      now: NOW,
      keys,
      scopesKnown: ['reporting'],
    });
    expect(view).toMatchObject({
      ...failure,
      asked: true,
      subject: 'Mailbox Performance · Sales Department',
      keyLabel: 'Full access',
      mailboxName: 'Sales Department',
      scopesNeeded: ['reporting'],
      scopesKnown: ['reporting'],
      launchedAt: NOW - HOUR,
      expiresAt: NOW + 23 * HOUR,
      queued: false,
    });
    expect(view.launchBody).toContain('mb_1');
  });

  it('has no evidence for what follows from the clock, and dates from the moment it became so', () => {
    const running = recordOf({ state: 'running', self: SELF, failure: failureOf('update-delayed') });
    expect(recordView(running, 'overdue', { now: NOW, keys })).toMatchObject({
      asked: false,
      status: null,
      message: null,
      method: 'GET',
      target: SELF,
      at: NOW - 30 * MINUTE,
    });
    expect(recordView(recordOf({ state: 'done', self: SELF }), 'result-expired', { now: NOW, keys }).at).toBe(
      NOW + 23 * HOUR,
    );
  });

  it('says no time of the next try while updates are paused', () => {
    const failure = failureOf('update-delayed', { retryAt: NOW + MINUTE });
    const followed = recordOf({ state: 'running', self: SELF, failure });
    const paused = recordOf({ state: 'running', self: SELF, failure, polling: 'stopped' });
    expect(recordView(followed, 'update-delayed', { now: NOW, keys }).retryAt).toBe(NOW + MINUTE);
    expect(recordView(paused, 'update-delayed', { now: NOW, keys }).retryAt).toBeNull();
  });

  it('takes a launch that never got a link for a launch', () => {
    expect(recordView(recordOf(), 'result-other-key', { now: NOW, keys: new Set() })).toMatchObject({
      method: 'POST',
      queued: true,
    });
  });

  it('says until when a launch of unknown outcome holds its slot, and that it holds none when released or late', () => {
    const unknown = recordOf({
      state: 'unknown',
      attempts: [{ key: 'a', ledgerId: 'l', sentAt: NOW - 10 * MINUTE, settledAt: null }],
    });
    const until = (more: object, now = NOW) =>
      recordView({ ...unknown, ...more }, 'outcome-unknown', { now, keys }).slotUntil;
    expect(until({})).toBe(NOW + 20 * MINUTE);
    expect(until({ released: true })).toBeNull();
    expect(until({}, NOW + 20 * MINUTE)).toBeNull();
  });

  it('knows whether all periods were final', () => {
    const final = (more: object) =>
      recordView(recordOf({ state: 'done', self: SELF, ...more }), 'result-expired', { now: NOW, keys })
        .final;
    expect(final({ summary })).toBe(true);
    expect(final({ summary: { ...summary, cutoff: '2026-11-23T10:00:00Z' } })).toBe(false);
    expect(final({ summary: null })).toBeNull();
  });
});
