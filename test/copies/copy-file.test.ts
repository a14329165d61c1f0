// @vitest-environment node
// Copies as files: what is written is read again, and what is foreign is not trusted.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResultRow } from '#src/contract/envelope.ts';
import { copyFile, LARGEST_FILE, readCopyFile } from '#src/copies/copy-file.ts';
import { createCopies } from '#src/copies/copies.ts';
import { createMemoryCopies } from '#src/copies/memory-copies.ts';
import { allRows, writeJson } from '#src/exports/write-file.ts';
import { head, rowsOf } from '#test/support/copies.ts';

const json = (value: unknown) => new Blob([typeof value === 'string' ? value : JSON.stringify(value)]);

/** A file as *Export JSON* writes it, with changes. */
async function fileWith(changes: Record<string, unknown>): Promise<Blob> {
  const text = await (await writeJson(head(), allRows(rowsOf(3)))).text();
  return json({ ...(JSON.parse(text) as object), ...changes });
}

async function readChanged(changes: Record<string, unknown>) {
  return readCopyFile(await fileWith(changes), 'new-id');
}

describe('a file of a result', () => {
  test('is read back with everything that was known and every row as it came', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 20 }),
        async (values) => {
          // As rows come: parsed, with no other prototype and no -0.
          const rows = JSON.parse(JSON.stringify(values)) as ResultRow[];
          const told = head({ rowCount: rows.length, keyLabel: 'Ünï "quoted"' });
          const reading = await readCopyFile(await writeJson(told, allRows(rows)), 'new-id');
          expect(reading).toEqual({
            kind: 'read',
            runId: 'record-1',
            rows,
            head: { ...told, id: 'new-id' },
          });
        },
      ),
    );
  });

  test('is the same whether it was exported from the result or from its copy', async () => {
    const store = createMemoryCopies();
    const kept = createCopies(async () => store);
    const rows = rowsOf(1_200);
    const told = head({ rowCount: rows.length, cutoff: '2026-09-30T10:00:00Z' });
    await kept.save({ head: told, rows, source: 'operator' });
    const [copy] = kept.list().copies;
    const file = copy === undefined ? null : await copyFile(kept, copy);
    if (file === null) throw new Error('no file');
    expect(await readCopyFile(file, 'x')).toEqual(
      await readCopyFile(await writeJson(told, allRows(rows)), 'x'),
    );
  });
});

describe('a foreign file', () => {
  test.each([
    ['no JSON', 'hello', 'not-json'],
    ['cut off', '{"format":"report-desk-result",', 'not-json'],
    ['something else', '{}', 'not-a-copy'],
    ['a list', '[]', 'not-a-copy'],
    ['null', 'null', 'not-a-copy'],
  ])('that is %s is refused', async (_, text, kind) => {
    expect((await readCopyFile(json(text), 'id')).kind).toBe(kind);
  });

  test('that is too large is not even read', async () => {
    const text = () => Promise.reject(new Error('was read'));
    const file = Object.assign(new Blob([]), { text });
    Object.defineProperty(file, 'size', { value: LARGEST_FILE + 1 });
    expect((await readCopyFile(file, 'id')).kind).toBe('too-large');
  });

  test.each([
    ['of another format', { format: 'other' }],
    ['of a newer version', { version: 2 }],
    [
      'of a report that nobody knows',
      { request: { report: 'x', options: {}, parameters: { mailboxId: 'a' } } },
    ],
    ['without a mailbox', { request: { report: 'mailboxPerformance', options: {}, parameters: {} } }],
    ['without rows', { rows: 'none' }],
    ['taken at no time', { capturedAt: 'yesterday' }],
    ['taken at a time that no calendar has', { capturedAt: '+275760-09-13T00:00:00Z' }],
    ['with a name that fills the page', { mailbox: { name: 'x'.repeat(10_000), timeZone: 'UTC' } }],
  ])('%s is refused', async (_, changes) => {
    expect((await readChanged(changes)).kind).toBe('not-a-copy');
  });

  test('never stands for a run of this desk: it gets an id of its own', async () => {
    expect(await readChanged({ id: 'record-1' })).toMatchObject({
      runId: 'record-1',
      head: { id: 'new-id' },
    });
  });

  test('that claims to be whole and is not is a part', async () => {
    expect(await readChanged({ rowCount: 4 })).toMatchObject({ head: { complete: false, rowCount: 3 } });
    expect(await readChanged({ rows: [{ id: 'a' }, 1, null, [], 'x'] })).toMatchObject({
      rows: [{ id: 'a' }],
      head: { complete: false, rowCount: 1 },
    });
  });

  test('that does not say whether its periods are final is not called final', async () => {
    expect(await readChanged({ dataCutoffTimestamp: undefined })).toMatchObject({ head: { cutoff: '' } });
    expect(await readChanged({ dataCutoffTimestamp: 5 })).toMatchObject({ head: { cutoff: '' } });
  });

  test('cannot reach beyond its rows by the names of its fields', async () => {
    const text = await (await fileWith({})).text();
    const hostile = text.replace('"received":0', '"__proto__":{"polluted":true},"constructor":1');
    expect(hostile).not.toBe(text);
    const reading = await readCopyFile(json(hostile), 'id');
    expect(reading.kind).toBe('read');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const [first] = reading.kind === 'read' ? reading.rows : [];
    expect(Object.keys(first ?? {})).toContain('__proto__');
  });
});
