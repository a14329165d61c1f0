// @vitest-environment node
// The documented form of a launch body, row by row.
import { expect, test } from 'vitest';
import { undocumentedParameters } from '#src/contract/launch-parameters.ts';
import type { LaunchRequest, ReportId } from '#src/contract/reports.ts';

const GOOD: Readonly<Record<'performance' | 'messages', LaunchRequest['parameters']>> = {
  performance: { mailboxId: 'm', start: '2026-09-01T00:00:00', end: '2026-09-30T23:59:59', period: 'day' },
  messages: { mailboxId: 'm', activityType: 'received' },
};

const wrong = (report: ReportId, change: object) =>
  undocumentedParameters({
    report,
    options: {},
    parameters: {
      ...(report === 'receivedMessageDetail' ? GOOD.messages : GOOD.performance),
      ...change,
    },
  });

test.each<[ReportId, object]>([
  ['mailboxPerformance', {}],
  ['mailboxPerformance', { later: { any: 1 } }],
  ['mailboxUserPerformance', { users: ['u', 'unknown'] }],
  ['mailboxDomainPerformance', { domains: ['a.com', 'müller.example'] }],
  ['receivedMessageDetail', {}],
  ['receivedMessageDetail', { activityStart: '2026-09-01T00:00:00Z', activityEnd: '2026-09-01T00:00:00' }],
  ['receivedMessageDetail', { statuses: ['open', 'snoozed', 'closed'] }],
])('%s with %j is as documented', (report, change) => {
  expect(wrong(report, change)).toEqual([]);
});

test.each<[ReportId, object, string[]]>([
  ['mailboxPerformance', { mailboxId: '' }, ['mailboxId']],
  ['mailboxPerformance', { start: null }, ['start']],
  ['mailboxPerformance', { start: '2026-09-01', end: '2026-09-01T00:00:00Z' }, ['start', 'end']],
  ['mailboxPerformance', { period: 'year' }, ['period']],
  ['mailboxUserPerformance', { users: ['', 1] }, ['users']],
  ['mailboxDomainPerformance', { domains: ['a@b.com'] }, ['domains']],
  ['receivedMessageDetail', { activityType: 'read' }, ['activityType']],
  ['receivedMessageDetail', { activityStart: '2026-09-01' }, ['activityStart']],
  ['receivedMessageDetail', { activityEnd: '2026-09-01T00:00:00+02:00' }, ['activityEnd']],
  ['receivedMessageDetail', { statuses: ['lost'] }, ['statuses']],
])('%s with %j is not', (report, change, names) => {
  expect(wrong(report, change)).toEqual(names);
});
