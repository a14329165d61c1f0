// @vitest-environment node
// Files that are read in, and files that are written out: a broken entry costs itself, and nothing in a file acts on who opens it.
// oxlint-disable vitest/expect-expect -- a property holds where nothing is thrown
// oxlint-disable vitest/no-conditional-expect -- what has to hold depends on the case that was drawn
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyFrom, chunksOf, recordOf } from '#src/copies/saved-copy.ts';
import { matchingCopies } from '#src/copies/copy-list.ts';
import { readCopyFile } from '#src/copies/copy-file.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import { csvField, csvHead, csvLine, SEPARATORS } from '#src/exports/csv.ts';
import type { Separator } from '#src/exports/csv.ts';
import { allRows, writeJson } from '#src/exports/write-file.ts';
import { presetsFromFile, presetsToFile } from '#src/launch/preset-file.ts';
import type { Preset } from '#src/launch/preset-store.ts';
import { createColumnFinder } from '#src/rows/columns.ts';
import { tabSeparated } from '#src/rows/row-text.ts';
import { head, rowsOf } from '#test/support/copies.ts';
import { readCsv } from '#test/support/csv.ts';
import { expectNothingPolluted, foreignText, foreignValue, garbled, nested, spoiled } from './foreign.ts';

const COPY_TEXT = await (await writeJson(head(), allRows(rowsOf(3)))).text();
const QUERY = 'report=mailboxPerformance&mailbox=mb_1&range=last-month&by=day';
const PRESETS: Preset[] = ['Monthly', 'Weekly'].map((name) => ({
  id: name,
  name,
  query: QUERY,
  pinned: false,
}));

describe('a file of a result', () => {
  test('of any content is read whole, refused, or costs only the rows that are none', async () => {
    const content = fc.oneof(
      spoiled(JSON.parse(COPY_TEXT)).map((value) => JSON.stringify(value)),
      garbled(COPY_TEXT),
      foreignText,
      fc.uint8Array({ maxLength: 50 }),
    );
    await fc.assert(
      fc.asyncProperty(content, async (given) => {
        const reading = await readCopyFile(new Blob([given as BlobPart]), 'new-id');
        expectNothingPolluted();
        if (reading.kind !== 'read') return;
        const { head: told, rows } = reading;
        expect(told.id).toBe('new-id');
        expect(told.complete && told.rowCount !== rows.length).toBe(false);
        const copy = copyFrom(told, await chunksOf(rows), 'file', reading.runId);
        expect(copy.id).toBe('new-id');
        recordOf(copy);
        matchingCopies([copy], 'sales');
      }),
      { numRuns: 400 },
    );
  });

  test('keeps the rows that are rows, whatever lies between them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(foreignValue, { maxLength: 4 }), fc.nat(4), async (odd, place) => {
        const good = { id: 'good', received: 1 };
        const rows = odd.toSpliced(place, 0, good);
        const text = JSON.stringify({ ...(JSON.parse(COPY_TEXT) as object), rows });
        const reading = await readCopyFile(new Blob([text]), 'new-id');
        expect(reading.kind === 'read' ? reading.rows : []).toContainEqual(good);
      }),
    );
  });

  test('whose settings are nested without end is no copy', async () => {
    const told = JSON.parse(COPY_TEXT) as { request: { parameters: object } };
    const parameters = { ...told.request.parameters, more: nested(5_000) };
    const text = JSON.stringify({
      ...told,
      request: { ...told.request, parameters: { mailboxId: 'm', more: 'DEEP' } },
    });
    const deep = text.replace('"DEEP"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect((await readCopyFile(new Blob([deep]), 'x')).kind).toBe('not-a-copy');
    expect(Object.keys(parameters)).toContain('mailboxId');
  });
});

describe('a file of presets', () => {
  test('of any content is read or refused', () => {
    const whole = presetsToFile(PRESETS);
    const content = fc.oneof(
      spoiled(JSON.parse(whole)).map((value) => JSON.stringify(value)),
      garbled(whole),
      foreignText,
    );
    fc.assert(
      fc.property(content, (text) => {
        let ids = 0;
        const read = presetsFromFile(text, PRESETS, () => `new ${String((ids += 1))}`);
        for (const { name, query } of read?.added ?? []) {
          expect(name.length).toBeLessThanOrEqual(60);
          expect(PRESETS.map((one) => one.name.toLowerCase())).not.toContain(name.toLowerCase());
          expect(new URLSearchParams(query).has('key')).toBe(false);
        }
        expectNothingPolluted();
      }),
      { numRuns: 400 },
    );
  });

  test('gives every entry that is in order beside those that are not', () => {
    fc.assert(
      fc.property(fc.array(foreignValue, { maxLength: 5 }), fc.nat(5), (odd, place) => {
        const good = { name: 'Good one', query: QUERY };
        const text = JSON.stringify({
          format: 'report-desk-presets',
          version: 1,
          presets: odd.toSpliced(place, 0, good),
        });
        expect(presetsFromFile(text, [], () => 'id')?.added).toContainEqual({
          ...good,
          pinned: false,
          id: 'id',
        });
      }),
    );
  });
});

describe('a file that a spreadsheet opens', () => {
  const cell = fc.oneof(
    foreignValue,
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n=', ' =', '"=', ';=', ',='), foreignText)
      .map(([start, rest]) => start + rest),
  );
  const rows = fc.array(fc.dictionary(fc.oneof(foreignText, fc.constantFrom('=name', '@x')), cell), {
    minLength: 1,
    maxLength: 4,
  });
  const columnsOf = (given: readonly ResultRow[]) => {
    const finder = createColumnFinder();
    finder.add(given);
    return finder.columns();
  };

  test('has no cell that begins like a formula, by whatever separator it is read', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom<Separator>('comma', 'semicolon', 'tab'), (given, separator) => {
        const columns = columnsOf(given);
        fc.pre(columns.length > 0);
        const text =
          csvHead(columns, separator) + given.map((row) => csvLine(row, columns, separator)).join('');
        const cells = readCsv(text, SEPARATORS[separator]).flat();
        for (const one of cells) {
          if (Number.isNaN(Number(one))) expect(one).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has numbers as numbers, and texts that look like them as texts', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Object.is(Number(csvField(value)), value) || value === 0).toBe(true);
        if (value < 0) expect(csvField(String(value))).toBe(`'${String(value)}`);
      }),
    );
  });

  test('nor does what is copied to the clipboard', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const columns = columnsOf(given);
        const lines = tabSeparated(columns, given).split('\n');
        expect(lines).toHaveLength(given.length + 1);
        for (const one of lines.flatMap((line) => line.split('\t'))) {
          if (Number.isNaN(Number(one))) expect(one).not.toMatch(/^[=+\-@]/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
