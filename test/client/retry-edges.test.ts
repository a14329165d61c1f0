// @vitest-environment node
// Corners of the retry policy and of link pinning that no ordinary answer reaches.
import { expect, test } from 'vitest';
import { ApiError } from '#src/client/api-error.ts';
import { pinLink, pinResultLink } from '#src/client/links.ts';
import { createRetryPolicy, rateLimitWait, retryDecision } from '#src/client/retry-policy.ts';

const facts = { method: 'GET', path: '/x', at: 0, elapsedMs: 0 } as const;

test('what could not be read is not asked for again, whatever came with it', () => {
  expect(retryDecision('GET', new ApiError({ ...facts, kind: 'unreadable' }), 0)).toEqual({ retry: false });
  expect(retryDecision('GET', new ApiError({ ...facts, kind: 'network' }), 0)).toMatchObject({ retry: true });
});

test('a limit without an answer waits a minute', () => {
  expect(rateLimitWait(new ApiError({ ...facts, kind: 'network' }))).toBe(60_000);
});

test('the delay of what is never repeated is none', () => {
  const policy = createRetryPolicy(() => 1);
  const failure = new ApiError({ ...facts, kind: 'unreadable' });
  expect([policy.retry(0, failure), policy.retryDelay(0, failure)]).toEqual([false, 0]);
});

test('a link is text: a list that reads like one is not followed', () => {
  const link = 'https://c1.emailgistics.com/api/v1/reports/results/rr_1';
  expect(pinLink(link, 'https://c1.emailgistics.com')).toBe('/api/v1/reports/results/rr_1');
  expect(pinLink([link], 'https://c1.emailgistics.com')).toBeNull();
  expect(pinResultLink([link], 'https://c1.emailgistics.com')).toBeNull();
});
