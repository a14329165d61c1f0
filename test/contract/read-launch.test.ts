// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLaunch } from '#src/contract/read-launch.ts';
import { launchBody, launchTarget, REPORTS } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';

const PATH = '/api/v1/reports/mailboxPerformance';
const BODY = '{"parameters":{"mailboxId":"mb_1","period":"day"}}';

const launches: fc.Arbitrary<LaunchRequest> = fc.record({
  report: fc.constantFrom(...REPORTS.map(({ id }) => id)),
  options: fc.oneof(
    fc.constant({}),
    fc.record({ fieldGroup: fc.string({ minLength: 1 }) }),
    fc.record({ includeDetails: fc.constant(true) }),
    fc.record({ fieldGroup: fc.string({ minLength: 1 }), includeDetails: fc.constant(true) }),
  ),
  parameters: fc
    .tuple(fc.string(), fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue()))
    .map(([mailboxId, more]) => ({ ...more, mailboxId })),
});

test('any launch is read back from what was sent, with the question mark and without', () => {
  fc.assert(
    fc.property(launches, (request) => {
      const [path = '', query = ''] = launchTarget(request).split('?');
      const body = launchBody(request);
      const meant: unknown = JSON.parse(JSON.stringify(request));
      expect(readLaunch(path, query, body)).toEqual(meant);
      expect(readLaunch(path, `?${query}`, body)).toEqual(meant);
    }),
  );
});

test.each<[string, string, string]>([
  ['a report that is not in the catalogue', '/api/v1/reports/payroll', BODY],
  ['a result', '/api/v1/reports/results/mailboxPerformance/', BODY],
  ['no JSON', PATH, 'parameters'],
  ['nothing', PATH, ''],
  ['null', PATH, 'null'],
  ['a list', PATH, '[]'],
  ['no parameters', PATH, '{"mailboxId":"mb_1"}'],
  ['parameters of another form', PATH, '{"parameters":[1]}'],
  ['no mailbox', PATH, '{"parameters":{"period":"day"}}'],
  ['a mailbox that is no text', PATH, '{"parameters":{"mailboxId":7}}'],
])('%s is no launch', (_name, path, body) => {
  expect(readLaunch(path, 'max=500', body)).toBeNull();
});

test.each([
  ['max=500', {}],
  ['includeDetails=false&max=500', {}],
  ['fieldGroup=&max=500', { fieldGroup: '' }],
  ['later=1&fieldGroup=closeData&includeDetails=true', { fieldGroup: 'closeData', includeDetails: true }],
])('of %s it keeps what shapes the rows', (query, options) => {
  expect(readLaunch(PATH, query, BODY)?.options).toEqual(options);
});

test('parameters of later versions are kept, and none gets into the prototype', () => {
  const body = '{"parameters":{"mailboxId":"mb_1","later":{"a":[1]},"__proto__":{"polluted":true}},"more":1}';
  const launch = readLaunch(PATH, '', body);
  expect(launch?.parameters).toMatchObject({ mailboxId: 'mb_1', later: { a: [1] } });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
