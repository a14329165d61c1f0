// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { presetsFromFile, presetsToFile } from '#src/launch/preset-file.ts';
import type { Preset } from '#src/launch/preset-store.ts';

const QUERY = 'report=mailboxPerformance&mailbox=mb_1&range=last-month&by=day';
const preset = (name: string, more: Partial<Preset> = {}): Preset => ({
  id: `id of ${name}`,
  name,
  query: QUERY,
  pinned: false,
  ...more,
});

function read(value: unknown, present: readonly Preset[] = []) {
  let ids = 0;
  return presetsFromFile(JSON.stringify(value), present, () => `new ${++ids}`);
}
const file = (...presets: readonly unknown[]) => ({ format: 'report-desk-presets', version: 1, presets });

describe('a file of presets', () => {
  test('is read back as it was written, under ids of its own', () => {
    const presets = [preset('Monthly', { pinned: true }), preset('Daily')];
    const back = presetsFromFile(presetsToFile(presets), [], () => 'new');
    expect(back).toEqual({ added: presets.map((one) => ({ ...one, id: 'new' })), notes: [] });
  });

  test('names each entry that cannot be taken, and gives the others', () => {
    const back = read(
      file(
        { name: 'Good', query: QUERY },
        { query: QUERY },
        { name: 'Empty' },
        { name: 'Unknown', query: 'report=sentMessages' },
        'text',
        { name: 'Also good', query: QUERY, pinned: 'yes' },
      ),
    );
    expect(back?.added).toEqual([
      { ...preset('Good'), id: 'new 1' },
      { ...preset('Also good'), id: 'new 2' },
    ]);
    expect(back?.notes).toEqual([
      'Entry 2 was left out: it has no name.',
      'Entry 3 (“Empty”) was left out: it has no settings.',
      'Entry 4 (“Unknown”) was left out: it names no report that this desk knows.',
      'Entry 5 was left out: it has no name.',
    ]);
  });

  test('overwrites nothing: the same is there already, another of the name gets a number', () => {
    const back = read(
      file(
        { name: 'monthly', query: QUERY },
        { name: 'Monthly', query: `${QUERY}&statuses=open` },
        { name: 'Monthly', query: `${QUERY}&statuses=closed` },
      ),
      [preset('Monthly')],
    );
    expect(back?.added.map(({ name }) => name)).toEqual(['Monthly (2)', 'Monthly (3)']);
    expect(back?.notes).toEqual([
      '“monthly” is there already, with the same settings.',
      '“Monthly” was taken in as “Monthly (2)”: another preset has its name.',
      '“Monthly” was taken in as “Monthly (3)”: another preset has its name.',
    ]);
  });

  test('may say more than this version knows, and may be newer', () => {
    const back = read({
      ...file({ name: 'A', query: QUERY, colour: 'red' }),
      version: 2,
      author: 'somebody',
    });
    expect(back?.added).toEqual([{ ...preset('A'), id: 'new 1' }]);
    expect(back?.notes).toEqual([expect.stringContaining('newer version of the desk')]);
  });

  test('brings no key in, whoever wrote it', () => {
    const back = read(file({ name: 'A', query: `${QUERY}&key=9c1185a5c5e9fc54&from=record-1` }));
    expect(back?.added[0]?.query).toBe(QUERY);
  });

  test('keeps a name to the length of a button', () => {
    const [taken] = read(file({ name: 'n'.repeat(200), query: QUERY }))?.added ?? [];
    expect(taken?.name).toHaveLength(60);
  });

  test.each([
    ['no JSON', '{'],
    ['something else in JSON', '[1, 2]'],
    ['another format', JSON.stringify({ ...file(), format: 'copies' })],
    ['no version', JSON.stringify({ format: 'report-desk-presets', presets: [] })],
  ])('is told from %s', (_, text) => {
    expect(presetsFromFile(text, [], () => '')).toBeNull();
  });
});
