// @vitest-environment node
// The words of announcements and notifications, change by change.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { newsOf } from '#src/app/notices-news.ts';
import { notificationOf } from '#src/app/notices-system.ts';
import type { RunChange, ToldState } from '#src/records/changes.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { failureOf, NOW, record } from '#test/support/records.ts';
import { testDesk } from '#test/support/run-environment.ts';
import type { TestDesk } from '#test/support/run-environment.ts';

const TITLE = 'Mailbox Performance · Sales';

function change(to: ToldState, kind: FailureKind | null = null): RunChange {
  return { record: record(to, { failure: kind === null ? null : failureOf(kind, NOW + 5) }), to };
}

let desk: TestDesk;

beforeAll(async () => {
  vi.useFakeTimers({ now: NOW });
  desk = await testDesk();
  return () => {
    desk.close();
    vi.useRealTimers();
  };
});

describe('announcements', () => {
  test.each<[to: ToldState, kind: FailureKind | null, message: string]>([
    ['running', null, `${TITLE}: running`],
    ['done', null, `${TITLE}: done`],
    ['failed', 'report-failed', `Report failed while running: ${TITLE}`],
    ['refused', 'settings-refused', `Check these settings: ${TITLE}`],
    ['refused', 'scope-missing', `This key lacks a permission: ${TITLE}`],
    ['unknown', 'outcome-unknown', `Not sure it started: ${TITLE}`],
    ['unknown', 'started-without-link', `Started, but its link was lost: ${TITLE}`],
    ['lost', 'result-missing', `Result cannot be found: ${TITLE}`],
  ])('%s (%s)', (to, kind, message) => {
    expect(newsOf([change(to, kind)], desk.environment).message).toBe(message);
  });

  test('several ends are one sentence that counts them, what went well first', () => {
    const changes = [change('failed', 'report-failed'), change('done'), change('unknown'), change('done')];
    expect(newsOf(changes, desk.environment)).toEqual({
      message: 'While you were away: 2 done, 1 failed and 1 not sure it started.',
      id: null,
    });
  });
});

describe('system notifications', () => {
  test.each<[to: ToldState, kind: FailureKind | null, title: string]>([
    ['done', null, 'Done'],
    ['failed', 'report-failed', 'Failed'],
    ['refused', 'settings-refused', 'Refused'],
    ['lost', 'result-missing', 'Lost'],
    ['unknown', 'outcome-unknown', 'Not sure it started'],
    ['unknown', 'started-without-link', 'Started, but its link was lost'],
  ])('%s (%s)', (to, kind, title) => {
    expect(notificationOf(change(to, kind))).toEqual({ title, body: TITLE, tag: 'record-1' });
  });
});
