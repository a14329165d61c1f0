// @vitest-environment node
// Whatever a server answers: nothing throws that is not said to, what is in order is kept beside what is not, and no text of a server
// becomes more than text.
// oxlint-disable vitest/no-conditional-expect -- what has to hold depends on the case that was drawn
// oxlint-disable vitest/expect-expect -- a property holds where nothing is thrown
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { measuresOf } from '#src/charts/measures.ts';
import { createFigureFold } from '#src/charts/figures.ts';
import { attachmentListSchema } from '#src/contract/attachments.ts';
import {
  addedKeySchema,
  deskConfigSchema,
  drillListSchema,
  submissionListSchema,
  usageSchema,
} from '#src/contract/desk.ts';
import { readErrorEnvelope, readRunEnvelope } from '#src/contract/envelope.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import { mailboxListSchema } from '#src/contract/mailboxes.ts';
import { readLaunch } from '#src/contract/read-launch.ts';
import { csvHead, csvLine } from '#src/exports/csv.ts';
import { rowJson } from '#src/exports/row-json.ts';
import { contentTarget, messageIdOf } from '#src/messages/attachments-query.ts';
import { messagesOfRow } from '#src/messages/messages-link.ts';
import { fingerprintOf } from '#src/records/fingerprint.ts';
import { cutoffLine, rowsLine } from '#src/results/result-text.ts';
import { cellText } from '#src/rows/cells.ts';
import { valueAt } from '#src/rows/columns.ts';
import { sumSteps } from '#src/rows/column-sums.ts';
import { createGatherer } from '#src/rows/gather-pages.ts';
import { readPage } from '#src/rows/pages-query.ts';
import { tabSeparated } from '#src/rows/row-text.ts';
import { rowTest } from '#src/rows/row-filter.ts';
import { allAtOnce, orderSteps } from '#src/rows/sort-rows.ts';
import { adopt } from '#src/runs/adopt.ts';
import { entryOf } from '#src/runs/ledger-answers.ts';
import { launchVerdict } from '#src/runs/launch-answers.ts';
import { pollVerdict } from '#src/runs/poll-answers.ts';
import { transition } from '#src/records/transition.ts';
import { readCsv } from '#test/support/csv.ts';
import { launchRequest, NOW, record } from '#test/support/records.ts';
import { asReply, deskResponse, ORIGIN, runBody, SELF } from '#test/support/replies.ts';
import { expectNothingPolluted, foreignText, foreignValue, garbled, nested, spoiled } from './foreign.ts';

const DONE = runBody({
  status: 'done',
  progress: 100,
  next: `${ORIGIN}/api/v1/reports/results/rr_1?starting_after=b&max=500`,
  data: [
    { id: 'a', startDateTime: '2026-09-01T00:00:00', received: 3, userName: 'Emily' },
    { id: 'b', startDateTime: '2026-09-02T00:00:00', received: null, share: 0.5 },
  ],
  total: 2,
  cutoff: '2026-09-30T10:00:00Z',
});
const envelope = fc.oneof(
  spoiled(DONE),
  spoiled(runBody()),
  spoiled(runBody({ status: 'error' })),
  foreignValue,
);
const status = fc.constantFrom(
  200,
  201,
  202,
  204,
  302,
  400,
  401,
  403,
  404,
  408,
  409,
  418,
  429,
  500,
  503,
  599,
);
const body = fc.oneof(
  foreignText,
  envelope.map((value) => JSON.stringify(value)),
  garbled(JSON.stringify(DONE)),
);
const header = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
});
const STYLE = { timeZone: 'America/Toronto', period: 'day' } as const;

describe('an answer of any form', () => {
  test('to a launch or a poll leaves the record in a state that there is, and its address one of a result', async () => {
    const request = {
      method: 'POST',
      target: '/api/v1/reports/mailboxPerformance?max=500',
      at: NOW,
    } as const;
    await fc.assert(
      fc.asyncProperty(status, body, header, async (code, text, given) => {
        const reply = await asReply(
          deskResponse(code, text, { 'Retry-After': given, Age: given, RateLimit: given }),
        );
        expect(reply.ageMs).toBeGreaterThanOrEqual(0);
        const launched = launchVerdict(reply, {
          request,
          upstreamOrigin: ORIGIN,
          slotsHeld: 0,
          endObservable: false,
          waited: { failure: null, waits: 0 },
          anyKey: true,
        });
        const sending = record('sending');
        const after = launched.event === null ? sending : transition(sending, launched.event);
        const running = record('running');
        const polled = pollVerdict(reply, {
          record: running,
          request: { ...request, method: 'GET' },
          upstreamOrigin: ORIGIN,
          random: () => 0.5,
        });
        const later = polled.event === null ? running : transition(running, polled.event);
        for (const { self, progress } of [after, later]) {
          if (self !== null) expect(self).toMatch(/^\/api\/v1\/reports\/results\/[^/?#]+(?:\?|$)/);
          expect(progress >= 0 && progress <= 100).toBe(true);
        }
        expect(Number.isFinite(launched.queueWaitMs)).toBe(true);
        if (typeof polled.next === 'number') expect(polled.next).toBeGreaterThan(0);
        expectNothingPolluted();
      }),
      { numRuns: 400 },
    );
  });

  test('is an error envelope only with a code and a message that are texts', () => {
    fc.assert(
      fc.property(
        fc.oneof(spoiled({ status: 'error', error: { code: '1', message: 'm' } }), foreignValue),
        (value) => {
          const read = readErrorEnvelope(value);
          if (read !== null)
            expect([typeof read.error.code, typeof read.error.message]).toEqual(['string', 'string']);
          readRunEnvelope(value);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('rows of any form', () => {
  const rows = fc.array(
    fc.oneof(foreignValue, spoiled({ id: 'a', startDateTime: '2026-09-01T00:00:00', n: 1 })),
    {
      maxLength: 8,
    },
  );

  test('are all there that are rows, the same objects, in their order', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const page = readPage(runBody({ status: 'done', data }), SELF, ORIGIN);
        const expected = data.filter((row) => typeof row === 'object' && row !== null && !Array.isArray(row));
        expect(page?.rows.length).toBe(expected.length);
        for (const [place, row] of (page?.rows ?? []).entries()) expect(row).toBe(expected[place]);
      }),
      { numRuns: 300 },
    );
  });

  test('are shown, sorted, filtered, summed and exported without an exception', () => {
    fc.assert(
      fc.property(rows, foreignText, (data, typed) => {
        const page = readPage(runBody({ status: 'done', data }), SELF, ORIGIN);
        if (page === null) return expect.unreachable();
        const gathered = createGatherer()([page]);
        const { columns, rows: taken } = gathered;
        const filters = new Map(columns.map(({ key }) => [key, typed]));
        const test = rowTest({ text: typed, filters }, columns, columns, STYLE);
        const sorting = columns.map(({ key }, index) => ({ key, descending: index % 2 === 0 }));
        const order = allAtOnce(orderSteps(taken, { test, sorting }));
        allAtOnce(sumSteps(taken, order, columns));
        const fold = createFigureFold(measuresOf(columns));
        for (const row of taken) {
          fold.add(row);
          for (const column of columns) cellText(valueAt(row, column.key), column, STYLE);
          expect(JSON.parse(rowJson(row))).toEqual(JSON.parse(JSON.stringify(row)));
          messageIdOf(row);
          messagesOfRow(record('done'), row);
        }
        fold.result();
        tabSeparated(columns, taken);
        rowsLine(gathered);
        if (columns.length > 0) {
          const csv = csvHead(columns, 'comma') + taken.map((row) => csvLine(row, columns, 'comma')).join('');
          expect(readCsv(csv)).toHaveLength(taken.length + 1);
        }
        expectNothingPolluted();
        return undefined;
      }),
      { numRuns: 250 },
    );
  });

  test('nested too deep to be written cost their own cells', () => {
    const deep = { id: 'deep', cell: nested(50_000), n: 1 };
    const fine = { id: 'fine', cell: 'x', n: 2 };
    const page = readPage(runBody({ status: 'done', data: [deep, fine] }), SELF, ORIGIN);
    const { rows: taken, columns } = createGatherer()(page === null ? [] : [page]);
    expect(taken).toEqual([deep, fine]);
    const lines = taken.map((row: ResultRow) => csvLine(row, columns, 'comma'));
    expect(lines[1]).toContain('fine');
    expect(tabSeparated(columns, taken)).toContain('fine');
    expect(
      allAtOnce(orderSteps(taken, { test: null, sorting: [{ key: 'cell', descending: false }] })),
    ).toHaveLength(2);
    const test = rowTest({ text: 'fine', filters: new Map() }, columns, columns, STYLE);
    expect(taken.filter((row) => test?.(row))).toEqual([fine]);
  });

  test('lead to messages only with ids that an address can hold', () => {
    fc.assert(
      fc.property(foreignText, foreignText, (message, attachment) => {
        const target = contentTarget(message, attachment);
        if (target !== null) expect(new URL(target, ORIGIN).pathname).toBe(target);
        messageIdOf({ messageId: message });
      }),
      { numRuns: 500 },
    );
  });

  test('say up to when they count in words, whatever the API calls that', () => {
    fc.assert(
      fc.property(foreignText, foreignText, (cutoff, zone) => {
        expect(typeof cutoffLine({ cutoff }, zone)).toBe('string');
      }),
    );
  });
});

describe('one broken entry costs that entry', () => {
  const MAILBOX = {
    mailboxId: 'mb_1',
    mailboxName: 'Sales',
    mailboxEmail: 's@x.test',
    active: true,
    timeZone: 'UTC',
    users: [],
    tags: [],
  };
  const ATTACHMENT = { id: 'a', name: 'n', contentType: 't/x', size: 1, attachmentType: 'fileAttachment' };
  const times = { createdAt: '2026-11-23T06:00:00.000Z', settledAt: null };
  const SUBMISSION = {
    id: '11111111-1111-4111-8111-000000000001',
    keyId: 'k',
    request: {
      path: '/api/v1/reports/mailboxPerformance',
      query: '?max=500',
      body: '{"parameters":{"mailboxId":"m"}}',
    },
    state: 'accepted',
    times,
  };
  const lists = [
    ['of mailboxes', mailboxListSchema, 'mailboxes', MAILBOX],
    ['of attachments', attachmentListSchema, 'attachments', ATTACHMENT],
    ['of launches', submissionListSchema, 'submissions', SUBMISSION],
  ] as const;

  test.each(lists)('in the list %s', (_, schema, name, entry) => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(spoiled(entry), foreignValue), { maxLength: 5 }),
        fc.nat(5),
        (broken, place) => {
          const read = z.safeParse(schema, { [name]: broken.toSpliced(place, 0, entry) });
          const entries = (read.data as Record<string, unknown[]> | undefined)?.[name] ?? [];
          expect(entries).toContainEqual(entry);
          for (const one of entries) expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
          expectNothingPolluted();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('and no answer of the desk itself is taken for one where it is something else', () => {
    const config = {
      mode: 'live',
      upstream: ORIGIN,
      version: '1',
      now: times.createdAt,
      ledgerId: 'l',
      keys: [{ id: 'k', label: 'K', source: 'entered' }],
      limits: { requestsPerMinute: 100, concurrentRuns: 3 },
    };
    const usage = {
      limit: 1,
      used: 1,
      windowSeconds: 60,
      byClass: { launch: 0, read: 0, poll: 0, prefetch: 0 },
      slots: { limit: 3, used: 0 },
    };
    fc.assert(
      fc.property(
        fc.oneof(spoiled(config), spoiled(usage), spoiled({ mailboxes: [MAILBOX], id: 'k', label: 'K' })),
        (value) => {
          for (const schema of [deskConfigSchema, usageSchema, addedKeySchema, drillListSchema])
            z.safeParse(schema, value);
          const read = z.safeParse(deskConfigSchema, value);
          if (read.success) expect(read.data.keys.every(({ id }) => typeof id === 'string')).toBe(true);
          expectNothingPolluted();
        },
      ),
      { numRuns: 400 },
    );
  });

  test('also where it is another browser’s launch that nobody could write down', async () => {
    const text = foreignText.map((given) => ({ ...SUBMISSION.request, body: given }));
    const request = fc.oneof(text, spoiled(SUBMISSION.request));
    await fc.assert(
      fc.asyncProperty(spoiled(SUBMISSION), request, async (entry, sent) => {
        for (const value of [entry, { ...SUBMISSION, request: sent }]) {
          const reply = await asReply(deskResponse(200, value));
          const found = entryOf(reply);
          if (found === null) continue;
          adopt(found, reply, {
            now: NOW,
            ledgerId: 'l',
            upstreamOrigin: ORIGIN,
            keyLabel: 'K',
            mailboxOf: () => ({ name: 'm', timeZone: 'UTC' }),
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a launch nested deeper than any report asks for is none', () => {
    const deep = `{"parameters":{"mailboxId":"m","more":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`;
    expect(readLaunch(SUBMISSION.request.path, '', deep)).toBeNull();
    const flat = launchRequest({ more: nested(50) });
    expect(fingerprintOf(flat)).toContain('[[[[');
    expect(
      readLaunch(SUBMISSION.request.path, '', JSON.stringify({ parameters: flat.parameters })),
    ).not.toBeNull();
  });
});
