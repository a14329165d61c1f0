// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { isReportId, launchBody, launchTarget, REPORTS, reportOf } from '#src/contract/reports.ts';
import type { LaunchRequest, Report } from '#src/contract/reports.ts';

describe('the catalogue says what contract.md sections 1 and 8 say', () => {
  test('there are four reports, in the order in which they are offered', () => {
    expect(REPORTS.map(({ id, title }) => [id, title])).toEqual([
      ['mailboxPerformance', 'Mailbox Performance'],
      ['mailboxUserPerformance', 'User Performance'],
      ['mailboxDomainPerformance', 'Domain Performance'],
      ['receivedMessageDetail', 'Message Detail'],
    ]);
  });

  test.each([
    ['mailboxPerformance', ['reporting'], ['replyData', 'closeData'], 'replyData', false, null],
    ['mailboxUserPerformance', ['reporting'], ['replyData', 'closeData'], 'replyData', true, 'users'],
    ['mailboxDomainPerformance', ['reporting'], ['replyData', 'closeData'], 'replyData', false, 'domains'],
    ['receivedMessageDetail', ['reporting', 'messages:read'], ['basic'], 'basic', true, null],
  ] as const)('%s', (id, scopes, groups, standard, details, filter) => {
    const report = reportOf(id);
    expect(report.scopes).toEqual(scopes);
    expect(report.fieldGroups.map(({ name }) => name)).toEqual(groups);
    expect(report.defaultFieldGroup).toBe(standard);
    expect(report.hasDetails).toBe(details);
    expect(report.filter).toBe(filter);
  });

  test('closeData is documented for users only; elsewhere its name is our assumption', () => {
    const reports: readonly Report[] = REPORTS;
    const documented = reports.map(({ fieldGroups }) =>
      fieldGroups.filter((group) => group.documented).map(({ name }) => name),
    );
    expect(documented).toEqual([['replyData'], ['replyData', 'closeData'], ['replyData'], ['basic']]);
  });

  test('only its own ids are reports', () => {
    expect(['mailboxPerformance', 'results', '', '__proto__', 'toString'].map(isReportId)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a launch goes out byte for byte as', () => {
  const parameters = {
    mailboxId: 'mb 1/ü',
    start: '2026-09-01T00:00:00',
    end: '2026-09-30T23:59:59',
    period: 'day',
  };

  test.each<[string, LaunchRequest['options'], string]>([
    ['nothing asked for', {}, '?max=500'],
    ['a field group', { fieldGroup: 'closeData' }, '?fieldGroup=closeData&max=500'],
    ['details', { includeDetails: true }, '?includeDetails=true&max=500'],
    ['no details', { includeDetails: false }, '?max=500'],
    [
      'both',
      { includeDetails: true, fieldGroup: 'replyData,closeData' },
      '?fieldGroup=replyData%2CcloseData&includeDetails=true&max=500',
    ],
    ['a hostile group', { fieldGroup: 'a&max=1#?' }, '?fieldGroup=a%26max%3D1%23%3F&max=500'],
  ])('%s', (_name, options, query) => {
    const request: LaunchRequest = { report: 'mailboxUserPerformance', options, parameters };
    expect(launchTarget(request)).toBe(`/api/v1/reports/mailboxUserPerformance${query}`);
  });

  test('its parameters in the documented wrapper, in the order in which they were given', () => {
    expect(launchBody({ report: 'mailboxPerformance', options: {}, parameters })).toBe(
      '{"parameters":{"mailboxId":"mb 1/ü","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day"}}',
    );
  });
});
