// @vitest-environment node
// CSV as it is written, read back by a reader that knows only RFC 4180.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import { BYTE_ORDER_MARK, csvField, SEPARATORS } from '#src/exports/csv.ts';
import type { Separator } from '#src/exports/csv.ts';
import { allRows, writeCsv } from '#src/exports/write-file.ts';
import { createColumnFinder } from '#src/rows/columns.ts';
import { readCsv } from '#test/support/csv.ts';

function columnsOf(rows: readonly ResultRow[]) {
  const finder = createColumnFinder();
  finder.add(rows);
  return finder.columns();
}

async function written(rows: readonly ResultRow[], separator: Separator = 'comma', mark = false) {
  const blob = await writeCsv({ ...allRows(rows), columns: columnsOf(rows) }, { separator, mark });
  // Blob.text() would take the mark away.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
}

/** What a field must read back as, said a second time. */
function expected(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return ['=', '+', '-', '@', '\t', '\r'].some((start) => text.startsWith(start)) ? `'${text}` : text;
}

const odd = fc.string({
  unit: fc.constantFrom('a', 'ü', '日', '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', "'", '0'),
});
const value = fc.oneof(
  odd,
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue(),
);

describe('a CSV file', () => {
  test('reads back as the rows that went in, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(odd, value), { minLength: 1, maxLength: 12 }),
        fc.constantFrom<Separator>('comma', 'semicolon', 'tab'),
        async (rows, separator) => {
          const columns = columnsOf(rows);
          fc.pre(columns.length > 0);
          const [head, ...lines] = readCsv(await written(rows, separator), SEPARATORS[separator]);
          expect(head).toEqual(columns.map(({ label }) => expected(label)));
          expect(lines).toEqual(
            rows.map((row) =>
              columns.map(({ key }) => expected(Object.hasOwn(row, key) ? row[key] : undefined)),
            ),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test('says so at its start when it is marked as UTF-8, and not otherwise', async () => {
    expect((await written([{ a: 1 }], 'comma', true)).startsWith(BYTE_ORDER_MARK)).toBe(true);
    expect((await written([{ a: 1 }])).startsWith('A\r\n')).toBe(true);
  });

  test('keeps a row that is blank in its only column', async () => {
    // Most readers pass over an empty line.
    expect(await written([{ a: null }, { a: 1 }])).toBe('A\r\n""\r\n1\r\n');
  });
});

describe('a field', () => {
  test.each([
    ['a number is a number', -5, '-5'],
    ['a number is not rounded', 0.1 + 0.2, '0.30000000000000004'],
    ['a text that looks like a formula is text', '=1+1', "'=1+1"],
    ['a text that looks like a number with a sign is text', '-5', "'-5"],
    ['a command is text', '@SUM(A1)', "'@SUM(A1)"],
    ['a leading tab is guarded and kept', '\t=1', '"\'\t=1"'],
    ['a formula behind another separator cannot begin a cell', 'a;=1', '"a;=1"'],
    ['quotes are doubled', 'say "x"', '"say ""x"""'],
    ['nothing is blank, and never zero', null, ''],
    ['what is nested is JSON', { a: [1] }, '"{""a"":[1]}"'],
  ] as const)('%s', (_, given, field) => {
    expect(csvField(given)).toBe(field);
  });

  test('that is nested too deep to be written says so and costs no row', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(csvField(deep)).toContain('nested too deep');
  });
});
