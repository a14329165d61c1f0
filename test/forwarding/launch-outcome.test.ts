// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { launchOutcome } from '#src/forwarding/launch-outcome.ts';
import { API, errorReply, jsonReply, runBody } from '../gateway/desk.ts';

async function outcomeOf(response: Response) {
  const body = new Uint8Array(await response.arrayBuffer());
  const { status, headers } = response;
  const settlement = launchOutcome({ kind: 'answer', status, headers, body }, API, 1_000);
  const { state, answer, self, run } = settlement;
  return { state, status: answer?.status, self: self !== null, run: run?.status ?? null };
}
const html = (status: number) =>
  new Response('<h1>Bad</h1>', { status, headers: { 'content-type': 'text/html' } });
const withSelf = (href: string) =>
  jsonReply(JSON.stringify({ _links: { self: { href } }, status: 'running', progress: 0 }));

describe('what an answer to a launch proves (protocol.md, table 1)', () => {
  it.each([
    [
      '200 running',
      jsonReply(runBody('running')),
      { state: 'accepted', status: 200, self: true, run: 'running' },
    ],
    [
      '202 running',
      jsonReply(runBody('running'), 202),
      { state: 'accepted', status: 202, self: true, run: 'running' },
    ],
    [
      '200 with a status nobody knows',
      jsonReply(runBody('paused')),
      { state: 'accepted', status: 200, self: true, run: 'unrecognised' },
    ],
    ['200 done', jsonReply(runBody('done')), { state: 'accepted', status: 200, self: true, run: 'done' }],
    ['200 error', jsonReply(runBody('error')), { state: 'accepted', status: 200, self: true, run: 'error' }],
    ['200 that is no JSON', html(200), { state: 'accepted', status: 200, self: false, run: null }],
    ['204', new Response(null, { status: 204 }), { state: 'accepted', status: 204, self: false, run: null }],
    [
      '200 without a link',
      jsonReply('{"_links":{},"status":"running"}'),
      { state: 'accepted', status: 200, self: false, run: null },
    ],
    [
      '200 with a link elsewhere',
      withSelf('https://evil.test/api/v1/reports/results/1'),
      { state: 'accepted', status: 200, self: false, run: null },
    ],
    [
      '200 with a link to no result',
      withSelf(`${API}/api/v1/admin/mailboxes`),
      { state: 'accepted', status: 200, self: false, run: null },
    ],
    ['408', errorReply(408), { state: 'unknown', status: 504, self: false, run: null }],
    ['429 of the API', errorReply(429), { state: 'refused', status: 429, self: false, run: null }],
    ['429 of something else', html(429), { state: 'unknown', status: 429, self: false, run: null }],
    ['400', errorReply(400), { state: 'refused', status: 400, self: false, run: null }],
    ['401', errorReply(401), { state: 'refused', status: 401, self: false, run: null }],
    ['403', errorReply(403), { state: 'refused', status: 403, self: false, run: null }],
    ['404', errorReply(404), { state: 'refused', status: 404, self: false, run: null }],
    ['451 of something else', html(451), { state: 'refused', status: 451, self: false, run: null }],
    ['500 of the API', errorReply(500), { state: 'unknown', status: 500, self: false, run: null }],
    ['503 of the API', errorReply(503), { state: 'unknown', status: 503, self: false, run: null }],
    ['502 of something else', html(502), { state: 'unknown', status: 502, self: false, run: null }],
  ])('%s', async (_name, response, expected) => {
    expect(await outcomeOf(response)).toEqual(expected);
  });

  it.each([
    ['not-sent', 'refused', 503, false],
    ['timeout', 'unknown', 504, true],
    ['broken', 'unknown', 504, true],
    ['too-large', 'unknown', 504, true],
    ['redirect', 'unknown', 502, true],
  ] as const)('no answer: %s', (kind, state, status, sent) => {
    const settlement = launchOutcome({ kind }, API, 1_000);
    expect(settlement.state).toBe(state);
    expect(settlement.answer).toMatchObject({ status, sent });
  });
});
