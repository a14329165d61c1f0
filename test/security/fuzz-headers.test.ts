// @vitest-environment node
// Headers are foreign text too: numbers in them stay within what clocks and timers can hold, and names in them stay names.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDeskClock } from '#src/client/desk-clock.ts';
import { readReply } from '#src/client/reply.ts';
import { rateLimitWait } from '#src/client/retry-policy.ts';
import { ApiError } from '#src/client/api-error.ts';
import { parseRetryAfter } from '#src/contract/retry-after.ts';
import { exportFileName } from '#src/exports/file-name.ts';
import { fileName } from '#src/messages/file-name.ts';
import { budgetWait, limitWait } from '#src/records/waits.ts';
import { createDesk, jsonReply } from '#test/gateway/desk.ts';
import { launchRequest, NOW } from '#test/support/records.ts';
import { foreignText } from './foreign.ts';

/** What a header may hold at all. */
const value = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc.integer({ min: -1, max: 2 ** 53 }).map(String),
  fc.stringMatching(/^"?[a-z]*"?;?r?=?\d{0,12};t=\d{0,3}$/),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    '9'.repeat(400),
    '1e999',
    '0x10',
    '-1',
    '+275760-09-13T00:00:00Z',
    'Tue, 31 Dec 275759 00:00:00 GMT',
  ),
);
const MANY = { limits: { requestsPerMinute: 10_000 } };
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const HOUR_MS = 3_600_000;

describe('the headers of a reply', () => {
  test('give finite times and counts, or none', async () => {
    await fc.assert(
      fc.asyncProperty(value, value, value, async (retryAfter, age, limit) => {
        const headers = {
          'Retry-After': retryAfter,
          Age: age,
          RateLimit: limit,
          'Desk-Forwarded': retryAfter,
        };
        const reply = await readReply(new Response('{}', { headers }), NOW);
        for (const number of [reply.ageMs, reply.budgetLeft ?? 0, reply.retryAfterMs ?? 0]) {
          expect(Number.isFinite(number) && number >= 0).toBe(true);
        }
        // Only the very word proves that nothing was sent.
        expect(reply.forwarded).toBe(retryAfter.trim() !== 'no');
      }),
      { numRuns: 400 },
    );
  });

  test('never make a wait that no timer can hold', () => {
    fc.assert(
      fc.property(value, fc.nat(400), (retryAfter, repeats) => {
        const given = parseRetryAfter(retryAfter, NOW);
        for (const wait of [budgetWait(given), limitWait(repeats, given)]) {
          expect(wait > 0 || given === 0).toBe(true);
          expect(wait).toBeLessThanOrEqual(LONGEST_TIMER_MS);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('never make a read wait less than the API asks for', async () => {
    await fc.assert(
      fc.asyncProperty(value, async (retryAfter) => {
        const reply = await readReply(
          new Response('{}', { status: 429, headers: { 'Retry-After': retryAfter } }),
          NOW,
        );
        const error = new ApiError({ kind: 'http', method: 'GET', path: '/', at: NOW, elapsedMs: 0, reply });
        expect(rateLimitWait(error)).toBeGreaterThanOrEqual(60_000);
      }),
    );
  });
});

describe('the time that a gateway gives', () => {
  test('never leads the clock to where no calendar has a date', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (dates) => {
        const clock = createDeskClock(() => NOW);
        for (const date of dates) clock.observe(Date.parse(date));
        // Results expire a day later, and that has to have a name.
        expect(new Date(clock.now() + 48 * HOUR_MS).toISOString()).toMatch(/^\d{4}-/);
        expect(clock.now()).toBeGreaterThanOrEqual(NOW);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a name in a header', () => {
  const disposition = fc
    .tuple(
      fc.constantFrom(
        'attachment',
        'inline',
        'ATTACHMENT',
        'form-data',
        'attachment; filename=',
        "attachment;filename*=UTF-8''",
      ),
      fc.array(
        fc.oneof(
          value,
          fc.constantFrom('; ', 'filename=', '"', '\\"', 'filename*=', '%0d%0a', '../', '%2e%2e%2f'),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([start, rest]) => start + rest.join(''));

  test('is passed on only as a name to save under', async () => {
    let given = '';
    const desk = createDesk(() => new Response('x', { headers: { 'content-disposition': given } }), MANY);
    await fc.assert(
      fc.asyncProperty(disposition, async (drawn) => {
        given = drawn;
        const response = await desk.get('/api/v1/messages/m/attachments/a/download');
        const passed = response.headers.get('content-disposition') ?? '';
        expect(passed).toMatch(/^attachment(?:;|$)/i);
        expect(passed === 'attachment' || passed === given.trim()).toBe(true);
        expect((passed.match(/"/g) ?? []).length % 2).toBe(0);
        expect(response.headers.get('content-type')).toBe('application/octet-stream');
      }),
      { numRuns: 150 },
    );
  });

  test('of a type is never one that a browser acts upon', async () => {
    let type = '';
    const desk = createDesk(
      () => jsonReply('<script>alert(1)</script>', 200, { 'content-type': type }),
      MANY,
    );
    await fc.assert(
      fc.asyncProperty(value, async (drawn) => {
        type = drawn;
        const { headers } = await desk.get('/api/v1/admin/mailboxes');
        expect([headers.get('x-content-type-options'), headers.get('content-security-policy')]).toEqual([
          'nosniff',
          "default-src 'none'; sandbox",
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('names of files', () => {
  test('are one plain name each, whatever a mailbox or an attachment is called', () => {
    fc.assert(
      fc.property(foreignText, foreignText, foreignText, (name, start, end) => {
        const request = launchRequest({ start, end, activityStart: end });
        const exported = exportFileName({ request, mailbox: { name, timeZone: 'UTC' } }, 'csv', {
          partial: false,
        });
        expect(exported).toMatch(/^[\p{L}\p{N}-]+\.csv$/u);
        expect(exported.length).toBeLessThan(200);
        expect(fileName(name)).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|^\.|^$/u);
      }),
      { numRuns: 600 },
    );
  });
});
