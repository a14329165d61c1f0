// @vitest-environment node
// Addresses: what a link, a bookmark or a server's answer may say of where to go and what to show.
// oxlint-disable vitest/no-conditional-expect -- what has to hold depends on the case that was drawn
// oxlint-disable vitest/expect-expect -- a property holds where nothing is thrown
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBoardView, writeBoardView } from '#src/board/board-filter.ts';
import { pinLink, pinResultLink } from '#src/client/links.ts';
import { endpointAt } from '#src/contract/endpoints.ts';
import { apiTarget } from '#src/forwarding/allow-list.ts';
import { buildRequest } from '#src/launch/build-request.ts';
import { readDomains } from '#src/launch/domains.ts';
import { formOf, readForm } from '#src/launch/form-of-record.ts';
import { parseForm, RECORD_IN_LINK, writeForm } from '#src/launch/form-state.ts';
import { rowsInWords } from '#src/launch/preview.ts';
import { isPresetQuery, presetForm, withoutKey } from '#src/launch/preset-query.ts';
import { parseTableView, writeTableView } from '#src/results/table-view.ts';
import { describeRequest } from '#src/records/describe-request.ts';
import { rowTest } from '#src/rows/row-filter.ts';
import { createColumnFinder } from '#src/rows/columns.ts';
import { createDesk, jsonReply } from '#test/gateway/desk.ts';
import { launchRequest, NOW, record } from '#test/support/records.ts';
import { expectNothingPolluted, foreignText, foreignValue, spoiled } from './foreign.ts';

const NAMES = [
  'report',
  'key',
  'mailbox',
  'range',
  'start',
  'end',
  'z',
  'compare',
  'by',
  'fields',
  'details',
  'users',
  'domains',
  'activity',
  'statuses',
  'more',
  'from',
  'record',
  'state',
  'q',
  'order',
  'view',
  'f',
  'sort',
  'cols',
  'show',
  'hide',
  'pin',
  'bars',
  '__proto__',
];
const WORDS = [
  'mailboxPerformance',
  'receivedMessageDetail',
  'custom',
  'any',
  'last-7-days',
  'hour',
  'previous',
  'false',
  'done',
  'list',
  '-updated',
  '2026-09-01T00:00',
  '0001-01-01T00:00:00',
  '9999-12-31T23:59:59',
  '2026-02-30T10:00',
  'startDateTime:0000-01-01_',
  'received:1e999_-0',
  'a:d,b,__proto__:d',
  'x:[[[{"__proto__":1}]]]',
  'mailboxId:other',
  'a%2cb',
  '%3a%25',
];
const word = fc.oneof(fc.constantFrom(...WORDS), foreignText);
const query = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), word), { maxLength: 12 })
  .map((pairs) => new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])));

const MAILBOX = {
  mailboxId: 'mb_1',
  mailboxName: 'Sales',
  mailboxEmail: '',
  active: true,
  timeZone: 'America/Toronto',
  users: [],
  tags: [],
};

describe('the address of the form', () => {
  test('is read, whatever it says, and read again as the same form', () => {
    fc.assert(
      fc.property(query, (given) => {
        const form = parseForm(given);
        expect(parseForm(writeForm(form))).toEqual(form);
        expectNothingPolluted();
      }),
      { numRuns: 400 },
    );
  });

  test('becomes a launch that can be written down and told in words, or faults at its fields', () => {
    fc.assert(
      fc.property(query, word, (given, timeZone) => {
        for (const mailbox of [MAILBOX, { ...MAILBOX, timeZone }]) {
          const form = { ...readForm(given), keyId: 'k', mailboxIds: ['mb_1'] };
          const facts = {
            keys: [{ id: 'k', label: 'K' }],
            mailboxes: [mailbox],
            now: NOW,
            weekStart: 1,
          } as const;
          const built = buildRequest(form, facts);
          if (built.kind !== 'ready') continue;
          const [{ request }] = built.launches;
          expect(request.parameters.mailboxId).toBe('mb_1');
          expect(JSON.parse(JSON.stringify(request.parameters))).toEqual(request.parameters);
          rowsInWords(request, mailbox, NOW);
          describeRequest({ request, mailbox: { name: 'Sales', timeZone } });
        }
      }),
      { numRuns: 400 },
    );
  });

  test('that brings a record along is believed only as far as it is one', () => {
    const link = fc.oneof(
      spoiled({ id: 'r', keyId: 'k', request: launchRequest({ users: ['a'], more: { a: 1 } }) }),
      foreignValue,
    );
    fc.assert(
      fc.property(link, foreignText, (value, text) => {
        for (const said of [JSON.stringify(value), text]) {
          const form = readForm(new URLSearchParams({ [RECORD_IN_LINK]: said }));
          expect(parseForm(writeForm(form))).toEqual(form);
        }
        expectNothingPolluted();
      }),
      { numRuns: 400 },
    );
  });

  test('may be as deep as it likes', () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    const said = `{"id":"r","keyId":"k","request":{"report":"mailboxPerformance","options":{},"parameters":{"mailboxId":"m","x":${deep}}}}`;
    expect(readForm(new URLSearchParams({ [RECORD_IN_LINK]: said })).more).toEqual([]);
    const form = {
      ...parseForm(new URLSearchParams({ more: `x:${deep}` })),
      keyId: 'k',
      mailboxIds: ['mb_1'],
    };
    const built = buildRequest(form, {
      keys: [{ id: 'k', label: 'K' }],
      mailboxes: [MAILBOX],
      now: NOW,
      weekStart: 1,
    });
    expect(built.kind).toBe('ready');
    expect(JSON.stringify(built)).toContain('[[[');
  });

  test('holds no key in a preset, whatever was in the address', () => {
    fc.assert(
      fc.property(query, (given) => {
        const kept = new URLSearchParams(withoutKey(given));
        expect([kept.has('key'), kept.has('from')]).toEqual([false, false]);
        isPresetQuery(kept.toString());
        expect(presetForm(kept.toString(), 'mine')).toMatchObject({ keyId: 'mine', fromRecord: '' });
      }),
    );
  });

  test('is filled from any record whose request is in form', () => {
    fc.assert(
      fc.property(
        spoiled(launchRequest({ users: ['a'], domains: ['b'], statuses: ['open'] }).parameters),
        (parameters) => {
          const request = {
            ...launchRequest(),
            parameters: { ...(parameters as object), mailboxId: 'mb_1' },
          };
          const form = formOf({ ...record(), request });
          expect(form.mailboxIds).toEqual(['mb_1']);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives domains that are domains', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            foreignText,
            fc.constantFrom('a@b.test', '<', '>', ',', '\n', ' ', 'x.test', 'https://', '*.'),
          ),
        ),
        (parts) => {
          for (const domain of readDomains(parts.join('')).domains)
            expect(domain).not.toMatch(/[\s,;@/:*<>]/);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the address of the board and of a table', () => {
  test('is read, whatever it says, and read again as the same view', () => {
    fc.assert(
      fc.property(query, (given) => {
        const board = parseBoardView(given);
        expect(parseBoardView(writeBoardView(board))).toEqual(board);
        const table = parseTableView(given);
        const again = parseTableView(writeTableView(table));
        expect({ ...again, shown: new Set(again.shown) }).toEqual({ ...table, shown: new Set(table.shown) });
        expectNothingPolluted();
      }),
      { numRuns: 400 },
    );
  });

  test('filters rows or lets them through, and throws for none', () => {
    const rows = [
      { id: 'a', startDateTime: '2026-09-01T00:00:00', received: 3, open: true, name: 'Emily' },
      { id: 'b', startDateTime: '2026-09-02T00:00:00Z', received: 4, open: false, name: null },
    ];
    const finder = createColumnFinder();
    finder.add(rows);
    const columns = finder.columns();
    fc.assert(
      fc.property(word, word, (text, filter) => {
        const filters = new Map(columns.map(({ key }) => [key, filter]));
        for (const timeZone of ['America/Toronto', filter]) {
          const test = rowTest({ text, filters }, columns, columns, { timeZone, period: 'day' });
          for (const row of rows) test?.(row);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('an address that a server gave', () => {
  const ORIGIN = 'https://api.test';
  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '..',
      '%2e',
      '%2F',
      '%5c',
      '\\',
      '@',
      ':',
      '?',
      '#',
      'https:',
      '/api/v1/',
      'reports/results/',
      'rr_1',
      'evil.test',
      '\t',
      '\u0000',
      '%00',
      '%0a',
      '%ff',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );

  test('is followed only where the gateway forwards it, unchanged', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const tail = pieces.join('');
        for (const href of [tail, ORIGIN + tail, `${ORIGIN}/api/v1/reports/results/${tail}`]) {
          const target = pinResultLink(href, ORIGIN);
          if (target === null) continue;
          const url = new URL(target, 'http://desk.test');
          expect(url.pathname + url.search).toBe(target);
          const forwarded = apiTarget('GET', url);
          if (typeof forwarded === 'string') expect(forwarded).toBe('query-not-allowed');
          else expect(forwarded.endpoint.kind).toBe('result');
        }
        for (const odd of [pieces, { href: tail }, null, 7]) expect(pinLink(odd, ORIGIN)).toBeNull();
      }),
      { numRuns: 800 },
    );
  });

  test('reaches the API only as one of its eight calls', async () => {
    const desk = createDesk(() => jsonReply('{}'), { limits: { requestsPerMinute: 10_000 } });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const url = URL.parse(`http://desk.test/api/v1/${pieces.join('')}`);
        if (url === null || url.host !== 'desk.test') return;
        await desk.get(url.pathname + url.search);
        for (const { path, method } of desk.seen.splice(0)) {
          expect(method).toBe('GET');
          expect(path).toBe(url.pathname + url.search);
          expect(endpointAt(url.pathname)?.method).toBe('GET');
          // oxlint-disable-next-line no-control-regex -- they are what is looked for
          expect(decodeURIComponent(url.pathname)).not.toMatch(/[/\\]\.\.?(?:[/\\]|$)|[\u0000-\u001f]/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
