// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { REPORTS } from '#src/contract/reports.ts';
import { companionOf } from '#src/launch/compare-request.ts';
import { parseForm } from '#src/launch/form-state.ts';
import { launchesOf } from '#test/support/launch-plan.ts';

const launchOf = (query: string) => launchesOf(`mailbox=mb_1&${query}`)[0];

function companion(query: string) {
  const { preset } = parseForm(new URLSearchParams(query));
  return companionOf(launchOf(query), { preset, weekStart: 1 });
}

describe('the run that is compared with', () => {
  test.each(REPORTS.map(({ id }) => id))('is the same in everything but its range: %s', (report) => {
    const query = `report=${report}&range=last-month&by=day&users=u1&domains=a.com&statuses=open`;
    const found = companion(query);
    const own = launchOf(query).request;
    if (found.kind !== 'ready') throw new Error(found.why);
    const { request } = found.launch;
    expect(request.options).toEqual(own.options);
    const [start, end] =
      report === 'receivedMessageDetail' ? ['activityStart', 'activityEnd'] : ['start', 'end'];
    expect(request.parameters).toEqual({
      ...own.parameters,
      [start ?? '']: '2026-01-01T00:00:00',
      [end ?? '']: '2026-01-31T23:59:59',
    });
    // The bytes too: names in the order in which they are always sent.
    expect(Object.keys(request.parameters)).toEqual(Object.keys(own.parameters));
  });

  test.each([
    ['no range at all', 'report=receivedMessageDetail&range=any', /without both ends/],
    [
      'messages without an end',
      'report=receivedMessageDetail&range=custom&start=2026-03-01T00:00',
      /without both ends/,
    ],
    [
      'a range near the beginning of all time',
      'range=custom&start=2000-01-02T00:00&end=2000-01-31T23:59:59',
      /before the year 2000/,
    ],
    ['days of one month, by month', 'range=yesterday&by=month', /the same month. Group by less/],
  ])('there is none for %s, and it is said why', (_, query, why) => {
    expect(companion(query)).toEqual({ kind: 'none', why: expect.stringMatching(why) as string });
  });

  test('what both ranges touch is said to be counted by both', () => {
    expect(companion('range=this-month&by=week')).toMatchObject({
      kind: 'ready',
      note: 'Both runs count the week 23 Feb – 1 Mar 2026.',
    });
    expect(companion('range=this-month&by=day')).toMatchObject({ kind: 'ready', note: null });
    expect(companion('range=last-7-days&by=hour')).toMatchObject({ kind: 'ready', note: null });
  });

  test('a suffix of the operator stays', () => {
    const launch = launchOf(
      'report=receivedMessageDetail&range=custom&start=2026-03-02T00:00:00&end=2026-03-02T23:59:59',
    );
    const parameters = {
      ...launch.request.parameters,
      activityStart: '2026-03-02T00:00:00Z',
      activityEnd: '2026-03-02T23:59:59Z',
    };
    const found = companionOf(
      { ...launch, request: { ...launch.request, parameters } },
      { preset: 'custom', weekStart: 1 },
    );
    expect(found).toMatchObject({
      launch: {
        request: {
          parameters: { activityStart: '2026-03-01T00:00:00Z', activityEnd: '2026-03-01T23:59:59Z' },
        },
      },
    });
  });
});
