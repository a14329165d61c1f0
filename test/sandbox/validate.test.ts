// @vitest-environment node
// What a launch may ask for; a refusal names the parameter in words.
import { describe, expect, test } from 'vitest';
import { emulator } from './emulator.ts';

type Case = [name: string, parameters: Record<string, unknown>, says: string];

async function refusal(reply: Response): Promise<string> {
  const body = (await reply.json()) as { error: { code: string; message: string } };
  expect([reply.status, body.error.code]).toEqual([400, '400']);
  return body.error.message;
}

describe('a performance report', () => {
  test.each<Case>([
    ['no mailbox', { mailboxId: undefined }, "'mailboxId' is required"],
    ['a mailbox that is no string', { mailboxId: 7 }, "'mailboxId' must be a string"],
    ['no start', { start: undefined }, "'start' is required"],
    ['no end', { end: undefined }, "'end' is required"],
    ['no period', { period: undefined }, "'period' is required"],
    ['a start that is a number', { start: 1 }, "'start' must be a string"],
    ['a start that is a bare date', { start: '2026-03-01' }, "'start' must be an ISO 8601"],
    ['a day that does not exist', { end: '2026-02-30T00:00:00' }, "'end' is not a date"],
    ['an hour that does not exist', { end: '2026-03-02T25:00:00' }, "'end' is not a date"],
    ['a year out of range', { start: '1999-12-31T00:00:00' }, "'start' is out of range"],
    ['an end before its start', { end: '2026-03-01T23:59:59' }, "'end' is out of range"],
    ['a period nobody knows', { period: 'year' }, "'period' must be one of: hour, day, week, month"],
  ])('with %s is refused', async (_, parameters, says) => {
    const { launch } = emulator();
    expect(await refusal(await launch('Sales Department', { parameters }))).toContain(says);
  });

  test('accepts every form of an ISO time and fields it does not know', async () => {
    const { launch } = emulator();
    const parameters = {
      start: '2026-03-02T00:00',
      end: '2026-03-02T00:00:00.000+05:00',
      somethingNew: { a: 1 },
    };
    expect((await launch('Sales Department', { parameters })).status).toBe(200);
  });

  test('ignores an offset or Z instead of converting it', async () => {
    const { finish } = emulator();
    const range = (start: string, end: string) => ({ parameters: { start, end, period: 'hour' } });
    const plain = await finish('Sales Department', range('2026-03-02T01:00:00', '2026-03-02T03:00:00'));
    const offset = await finish(
      'Sales Department',
      range('2026-03-02T01:00:00Z', '2026-03-02T03:00:00+09:00'),
    );
    expect(offset.result?.data.map((row) => row['startDateTime'])).toEqual(
      plain.result?.data.map((row) => row['startDateTime']),
    );
    expect(plain.result?.data[0]?.['startDateTime']).toBe('2026-03-02T01:00:00-05:00');
  });
});

describe('message detail', () => {
  test.each<Case>([
    ['no activity', { activityType: undefined }, "'activityType' is required"],
    ['an activity nobody knows', { activityType: 'opened' }, "'activityType' must be one of"],
    ['a bare date', { activityStart: '2026-03-01' }, "'activityStart' must have the form"],
    ['an offset', { activityEnd: '2026-03-01T00:00:00+01:00' }, "'activityEnd' must have the form"],
    [
      'an end before its start',
      { activityStart: '2026-03-02T00:00:00', activityEnd: '2026-03-01T00:00:00Z' },
      "'activityEnd' is out of range",
    ],
    ['statuses that are no list', { statuses: 'open' }, "'statuses' must be a list"],
    ['a status nobody knows', { statuses: ['gone'] }, "'statuses' may hold"],
  ])('with %s is refused', async (_, parameters, says) => {
    const { launch } = emulator();
    const reply = await launch('Sales Department', { report: 'receivedMessageDetail', parameters });
    expect(await refusal(reply)).toContain(says);
  });
});

test.each([
  ['?max=0', "'max' is out of range"],
  ['?max=501', "'max' is out of range"],
  ['?max=ten', "'max' must be an integer"],
  ['?max=', "'max' must be an integer"],
  ['?starting_after=a&ending_before=b', 'exclude each other'],
  ['?fieldGroup=replyData,nonsense', "'fieldGroup' is not valid: 'nonsense'"],
  ['?fieldGroup=', "'fieldGroup' is not valid"],
  ['?fieldGroup=basic', "'fieldGroup' is not valid"],
  ['?includeDetails=yes', "'includeDetails' must be true or false"],
])('the query %s is refused on a launch', async (query, says) => {
  const { launch } = emulator();
  expect(await refusal(await launch('Sales Department', { query }))).toContain(says);
});

test.each([
  ['no body', undefined, 'must be a JSON object'],
  ['a body that is not JSON', '{"parameters":', 'not valid JSON'],
  ['a list', '[]', 'must be a JSON object'],
  ['null', 'null', 'must be a JSON object'],
  ['no parameters', '{"mailboxId":"x"}', "'parameters' is required"],
  ['parameters that are no object', '{"parameters":[]}', "'parameters' must be an object"],
])('a launch with %s is refused', async (_, text, says) => {
  const { call } = emulator();
  const reply = await call('/reports/mailboxPerformance', {
    method: 'POST',
    ...(text === undefined ? {} : { text }),
  });
  expect(await refusal(reply)).toContain(says);
});

test.each(['users', 'domains'])('a list of %s that holds no strings is refused', async (name) => {
  const { launch } = emulator();
  const report = name === 'users' ? 'mailboxUserPerformance' : 'mailboxDomainPerformance';
  const reply = await launch('Sales Department', { report, parameters: { [name]: [1] } });
  expect(await refusal(reply)).toContain(`'${name}' must be a list of strings`);
});
