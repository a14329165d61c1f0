// @vitest-environment node
// Long foreign input takes time in proportion to its length. Measured as a ratio between two lengths within one run, so that a slow
// machine does not matter; each input is one that a careless expression or loop would take the square of its length for.
import { describe, expect, test } from 'vitest';
import { cellText } from '#src/rows/cells.ts';
import { createColumnFinder } from '#src/rows/columns.ts';
import { createGatherer } from '#src/rows/gather-pages.ts';
import { rowTest } from '#src/rows/row-filter.ts';
import { tabSeparated } from '#src/rows/row-text.ts';
import { allAtOnce, orderSteps } from '#src/rows/sort-rows.ts';
import { parseBoardView } from '#src/board/board-filter.ts';
import { pinResultLink } from '#src/client/links.ts';
import { readBody } from '#src/client/reply.ts';
import { endpointAt } from '#src/contract/endpoints.ts';
import { readRunEnvelope } from '#src/contract/envelope.ts';
import { readLaunch } from '#src/contract/read-launch.ts';
import { parseRetryAfter } from '#src/contract/retry-after.ts';
import { csvField, csvLine } from '#src/exports/csv.ts';
import { exportFileName } from '#src/exports/file-name.ts';
import { redact } from '#src/failures/redact.ts';
import { plainText } from '#src/failures/phrases.ts';
import { curlOf } from '#src/failures/curl.ts';
import { fieldOf } from '#src/failures/field-of.ts';
import { apiTarget } from '#src/forwarding/allow-list.ts';
import { readDomains } from '#src/launch/domains.ts';
import { parseForm, writeForm } from '#src/launch/form-state.ts';
import { presetsFromFile } from '#src/launch/preset-file.ts';
import { fileName } from '#src/messages/file-name.ts';
import { fingerprintOf } from '#src/records/fingerprint.ts';
import { soundRecord } from '#src/records/sound-record.ts';
import { describeRequest } from '#src/records/describe-request.ts';
import { parseTableView } from '#src/results/table-view.ts';
import { labelOf } from '#src/rows/column-labels.ts';
import { launchRequest, NOW, record } from '#test/support/records.ts';
import { runBody } from '#test/support/replies.ts';
import { growthOf, MOST_GROWTH } from './foreign.ts';

const ORIGIN = 'https://api.test';
const repeated = (piece: string) => (size: number) => piece.repeat(Math.ceil(size / piece.length));
/** What expressions stumble over: one sign without end, two that alternate, and either with something else behind it. */
const PIECES = [
  'a',
  ' ',
  '.',
  '-',
  '_',
  '/',
  '%',
  '%2e',
  '"',
  "'",
  '\n',
  '\t',
  ',',
  ';',
  ':',
  '=',
  '<',
  '>',
  '@',
  '\\',
  '0',
  'é',
  '\u0301',
  '\u200b',
  '. ',
  ' .',
  'a.',
  '-a',
  ' -',
  'aB',
  'AB',
  'a1',
  'Bearer ',
  'key ',
  'token=',
  'https://',
  'a@',
  '<a',
  'a>',
  '1,',
  '2026-',
  'T00:',
  'null,',
  "''",
  '[0]',
  'key=a',
  'secret: ',
  '=1',
  '\u202e',
];
const TEXTS: readonly (readonly [string, (size: number) => string])[] = PIECES.flatMap((piece) => [
  [JSON.stringify(piece), repeated(piece)] as const,
  [`x, then ${JSON.stringify(piece)}, then !`, (size: number) => `x${repeated(piece)(size)}!`] as const,
]);
const STYLE = { timeZone: 'UTC', period: 'day' } as const;
const COLUMN = { key: 'cell', digits: 0, unit: null };

/** Everything that reads or shows a text from outside. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'taking keys out': redact,
  'plain text': (text) => plainText(text, 400),
  'a field that a message names': (text) => fieldOf(text, ['start', 'end']),
  'a cURL line': (text) => curlOf({ method: 'POST', origin: ORIGIN, target: `/${text}`, body: text }),
  'a cell': (text) => cellText(text, COLUMN, STYLE),
  'a field of CSV': csvField,
  'the name of a column': labelOf,
  'the name of an attachment': fileName,
  'the name of an export': (name) =>
    exportFileName({ request: launchRequest(), mailbox: { name, timeZone: 'UTC' } }, 'csv', {
      partial: false,
    }),
  'a wait': (text) => parseRetryAfter(text, NOW),
  'a body': readBody,
  'a link': (text) => pinResultLink(`${ORIGIN}/api/v1/reports/results/${text}`, ORIGIN),
  'a path': (text) => endpointAt(`/api/v1/messages/${text}/attachments/${text}/download`),
  domains: readDomains,
  'a request in words': (text) =>
    describeRequest({
      request: launchRequest({ start: text, end: text, period: text }),
      mailbox: { name: text, timeZone: text },
    }),
  'a fingerprint': (text) => fingerprintOf(launchRequest({ start: text, users: [text] })),
  'a launch': (text) => readLaunch(`/api/v1/reports/${text}`, text, text),
  'words to look for': (text) => {
    const finder = createColumnFinder();
    finder.add([{ cell: text }]);
    rowTest(
      { text, filters: new Map([['cell', text]]) },
      finder.columns(),
      finder.columns(),
      STYLE,
    )?.({ cell: text });
  },
};

describe('a long text', () => {
  test.each(Object.entries(READERS))(
    'as %s',
    (_, read) => {
      const slow = TEXTS.filter(([, make]) => growthOf(make, read, 20_000) > MOST_GROWTH);
      expect(slow.map(([name]) => name)).toEqual([]);
    },
    60_000,
  );

  test.each(['mailbox', 'domains', 'fields', 'users', 'more', 'f', 'sort', 'cols', 'q', 'record'])(
    'in the address, as %s',
    (name) => {
      const readAll = (query: URLSearchParams) => {
        writeForm(parseForm(query));
        parseBoardView(query);
        parseTableView(query);
      };
      const pieces = ['a', ',', 'a,', ':', '%', ' ', '['];
      const slow = pieces.filter((piece) => {
        const make = (size: number) => new URLSearchParams([[name, repeated(piece)(size)]]);
        return growthOf(make, readAll, 20_000) > MOST_GROWTH;
      });
      expect(slow).toEqual([]);
    },
    60_000,
  );

  test('as what is asked of the gateway', () => {
    const slow = ['a', '%2f', '%25', 'a=1&', '.', '-'].filter((piece) => {
      const make = (size: number) =>
        new URL(`http://desk.test/api/v1/reports/results/${repeated(piece)(size)}?${repeated(piece)(size)}`);
      return growthOf(make, (url) => apiTarget('GET', url), 16_000) > MOST_GROWTH;
    });
    expect(slow).toEqual([]);
  });
});

describe('a long list', () => {
  const many =
    <Entry>(entry: (index: number) => Entry) =>
    (size: number) =>
      Array.from({ length: size }, (_, index) => entry(index));
  const page = (rows: readonly Readonly<Record<string, unknown>>[]) => ({
    target: '/api/v1/reports/results/rr_1',
    rows,
    next: null,
    foreignNext: false,
    total: null,
    cutoff: null,
  });

  test('of rows, gathered, sorted and written', () => {
    expect(
      growthOf(
        many((index) => ({ id: `row ${String(index)}`, cell: index % 7, text: 'x' })),
        (rows) => {
          const { columns } = createGatherer()([page(rows)]);
          allAtOnce(orderSteps(rows, { test: null, sorting: [{ key: 'cell', descending: true }] }));
          tabSeparated(columns, rows);
          for (const row of rows) csvLine(row, columns, 'comma');
        },
      ),
    ).toBeLessThan(MOST_GROWTH);
  });

  test('of fields in one row', () => {
    expect(
      growthOf(
        (size) =>
          Object.fromEntries(Array.from({ length: size }, (_, index) => [`field${String(index)}`, index])),
        (row) => createGatherer()([page([row])]),
        16_000,
      ),
    ).toBeLessThan(MOST_GROWTH);
  });

  test('of fields that all read alike', () => {
    expect(
      growthOf(
        (size) =>
          Object.fromEntries(
            Array.from({ length: size }, (_, index) => [
              '_'.repeat(index % 50) + '-'.repeat(index / 50) + 'a',
              index,
            ]),
          ),
        (row) => createGatherer()([page([row])]),
        8_000,
      ),
    ).toBeLessThan(MOST_GROWTH);
  });

  test('of rows in an answer', () => {
    expect(
      growthOf(
        many((index) => ({ id: index })),
        (data) => readRunEnvelope(runBody({ status: 'done', data })),
      ),
    ).toBeLessThan(MOST_GROWTH);
  });

  test('of presets in a file, all of one name', () => {
    const text = (size: number) => {
      const presets = Array.from({ length: size }, (_, index) => ({
        name: 'Monthly',
        query: `report=mailboxPerformance&q=${String(index)}`,
      }));
      return JSON.stringify({ format: 'report-desk-presets', version: 1, presets });
    };
    expect(growthOf(text, (file) => presetsFromFile(file, [], () => 'id'), 4_000)).toBeLessThan(MOST_GROWTH);
  });

  test('of domains and of users', () => {
    expect(
      growthOf(
        many((index) => `d${String(index)}.test`),
        (names) => readDomains(names.join('\n')),
      ),
    ).toBeLessThan(MOST_GROWTH);
    expect(growthOf(many(String), (users) => fingerprintOf(launchRequest({ users })))).toBeLessThan(
      MOST_GROWTH,
    );
  });

  test('of attempts and of fields that nobody knows in a record', () => {
    expect(
      growthOf(
        many((index) => ({ key: String(index), ledgerId: 'l', sentAt: NOW, settledAt: null })),
        (attempts) => soundRecord({ ...record(), attempts: [...attempts, null] }),
      ),
    ).toBeLessThan(MOST_GROWTH);
  });
});
