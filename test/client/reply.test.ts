// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { isSuccess } from '#src/client/reply.ts';
import { asReply, deskResponse, errorBody } from '../support/replies.ts';

const withHeader = (name: string, value: string | null) => asReply(deskResponse(200, {}, { [name]: value }));

test('a reply holds status, body, text and who answered', async () => {
  const reply = await asReply(deskResponse(200, { a: 1 }));
  expect(reply).toMatchObject({
    status: 200,
    body: { a: 1 },
    text: '{"a":1}',
    requestId: 'request-1',
    problem: null,
  });
});

test('an answer of something else than the gateway has no request id', async () => {
  expect((await withHeader('Desk-Request-Id', null)).requestId).toBeNull();
});

test('HTML is kept as text and read as no body', async () => {
  const reply = await asReply(deskResponse(502, '<html>'));
  expect(reply).toMatchObject({ body: undefined, text: '<html>', problem: null });
});

test('the error envelope gives code and message', async () => {
  expect((await asReply(deskResponse(403, errorBody('403', 'No.')))).problem).toEqual({
    code: '403',
    message: 'No.',
  });
});

test.each([
  ['no', false],
  ['yes', true],
  ['NO', true],
  [null, true],
])('Desk-Forwarded: %s means forwarded = %s', async (value, forwarded) => {
  expect((await withHeader('Desk-Forwarded', value)).forwarded).toBe(forwarded);
});

describe('Age', () => {
  test.each([
    ['0', 0],
    ['12', 12_000],
    [null, 0],
    ['-1', 0],
    ['1.5', 0],
    ['old', 0],
    ['99999999999', 0],
  ])('%s is %d ms', async (value, ms) => {
    expect((await withHeader('Age', value)).ageMs).toBe(ms);
  });
});

describe('RateLimit', () => {
  test.each([
    ['"account";r=63;t=12', 63],
    ['"account"; r=0; t=12', 0],
    ['"account";t=12;r=9', 9],
    ['"account";t=12', null],
    ['"account";r=-1', null],
    ['"account";r=x;t=1', null],
    ['"account";rr=5', null],
    ['', null],
    [null, null],
  ])('%s leaves %s', async (value, left) => {
    expect((await withHeader('RateLimit', value)).budgetLeft).toBe(left);
  });
});

test('Retry-After as a date counts from desk time', async () => {
  const response = deskResponse(429, {}, { 'Retry-After': 'Mon, 23 Nov 2026 06:00:30 GMT' });
  expect((await asReply(response, Date.UTC(2026, 10, 23, 6))).retryAfterMs).toBe(30_000);
});

test.each([
  [199, false],
  [200, true],
  [202, true],
  [299, true],
  [304, false],
  [404, false],
])('%d did what was asked: %s', async (status, success) => {
  expect(isSuccess({ ...(await asReply(deskResponse(200))), status })).toBe(success);
});
