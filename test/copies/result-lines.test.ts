// @vitest-environment node
// Files of results line by line: what the desk wrote is never taken as a whole, and anything else is left to those who take it so.
import { describe, expect, test } from 'vitest';
import { copyFile, readCopyFile } from '#src/copies/copy-file.ts';
import { createCopies } from '#src/copies/copies.ts';
import { createMemoryCopies } from '#src/copies/memory-copies.ts';
import { readResultLines } from '#src/copies/result-lines.ts';
import { allRows, writeJson } from '#src/exports/write-file.ts';
import { head, rowsOf } from '#test/support/copies.ts';

/** The same file, which cannot be read as one text. */
function inPieces(file: Blob): Blob {
  return Object.assign(file, { text: () => Promise.reject(new Error('was read as a whole')) });
}

/** Enough for several pieces, with letters of several bytes all over them. */
const ROWS = rowsOf(6_000).map((row, place) => ({
  ...row,
  subject: `Grüße 🎈 ${'ü'.repeat(place % 97)}\n"`,
}));

describe('a file that the desk wrote', () => {
  test('is read in pieces, from Export JSON', async () => {
    const file = await writeJson(head({ rowCount: ROWS.length }), allRows(ROWS));
    expect(file.size).toBeGreaterThan(1_000_000);
    const reading = await readCopyFile(inPieces(file), 'new-id');
    expect(reading).toMatchObject({ kind: 'read', rows: ROWS, head: { complete: true } });
  });

  test('is read in pieces, from a saved copy', async () => {
    const store = createMemoryCopies();
    const kept = createCopies(async () => store);
    await kept.save({ head: head({ rowCount: ROWS.length }), rows: ROWS, source: 'operator' });
    const [copy] = kept.list().copies;
    const file = copy === undefined ? null : await copyFile(kept, copy);
    const reading = await readCopyFile(inPieces(file ?? new Blob()), 'new-id');
    expect(reading).toMatchObject({ kind: 'read', rows: ROWS, head: { complete: true } });
  });

  test('may hold no row at all', async () => {
    const file = await writeJson(head({ rowCount: 0 }), allRows([]));
    expect(await readResultLines(file)).toMatchObject({ rows: [] });
  });
});

describe('any other file is not read by its lines', () => {
  const whole = async () => (await writeJson(head(), allRows(rowsOf(3)))).text();

  test.each([
    ['cut off', (text: string) => text.slice(0, -4)],
    ['with more after its end', (text: string) => `${text}{}\n`],
    ['with something between its rows', (text: string) => text.replace('\n    {', '\n    hello\n    {')],
    ['without line ends', (text: string) => JSON.stringify(JSON.parse(text))],
    ['laid out by another program', (text: string) => JSON.stringify(JSON.parse(text), null, 4)],
    ['empty', () => ''],
  ])('%s', async (_, changed) => {
    expect(await readResultLines(new Blob([changed(await whole())]))).toBeNull();
  });

  test('and is read all the same where it says the same', async () => {
    const other = new Blob([JSON.stringify(JSON.parse(await whole()))]);
    expect(await readCopyFile(other, 'id')).toEqual(await readCopyFile(new Blob([await whole()]), 'id'));
  });
});
