// What the browser remembers of an operator's choices, as anybody may have changed it: each reads as a choice that there is.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createNoticesChoice } from '#src/app/notices-choice.ts';
import { createKeyNotes, preferredFirst } from '#src/connection/key-notes.ts';
import { copySettings, keptSince } from '#src/copies/copy-settings.ts';
import { exportSettings } from '#src/exports/export-settings.ts';
import { createPresetStore } from '#src/launch/preset-store.ts';
import { createWeekStartChoice } from '#src/range/week-start.ts';
import { copiedRuns } from '#src/records/copied-runs.ts';
import { createColumnFormats, formatsOf, withFormat } from '#src/rows/column-formats.ts';
import { createThemeStore } from '#src/ui/theme.ts';
import { NOW } from '#test/support/records.ts';
import { expectNothingPolluted, foreignText, foreignValue, garbled, spoiled } from './foreign.ts';

const QUERY = 'report=mailboxPerformance&mailbox=mb_1&range=last-month&by=day';
const PRESETS = { version: 1, presets: [{ id: 'a', name: 'Monthly', query: QUERY, pinned: true }] };
const NOTES = { expiresOn: { k1: '2027-01-31' }, preferred: 'k1' };
const FORMATS = [['mailboxPerformance', 'received', 'number']];
const VALID = [
  PRESETS,
  NOTES,
  FORMATS,
  { kept: '30', automatic: ['mailboxPerformance'] },
  { separator: 'tab', mark: true },
  ['r1'],
  'yes',
  7,
];

const stored = fc.oneof(
  foreignText,
  fc
    .constantFrom(...VALID)
    .chain(spoiled)
    .map((value) => JSON.stringify(value) ?? ''),
  fc.constantFrom(...VALID).chain((value) => garbled(JSON.stringify(value))),
);
/** A storage that holds `text` under every name until something else is written. */
function holding(text: string) {
  const items = new Map<string, string>();
  const storage = {
    getItem: (name: string) => items.get(name) ?? text,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
  return () => storage;
}

afterEach(() => localStorage.clear());

describe('a choice that was stored', () => {
  test('as anything at all reads as one that there is', () => {
    fc.assert(
      fc.property(stored, (text) => {
        const storage = holding(text);
        expect([null, 'yes', 'no']).toContain(createNoticesChoice(storage).get());
        expect([null, 1, 2, 3, 4, 5, 6, 7]).toContain(createWeekStartChoice(storage).get());
        const notes = createKeyNotes(storage).get();
        for (const day of Object.values(notes.expiresOn)) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
        preferredFirst([{ id: 'k1' }], notes.preferred);
        const formats = createColumnFormats(storage);
        for (const format of formatsOf(formats.get(), 'mailboxPerformance').values())
          expect(typeof format).toBe('string');
        formats.set(withFormat(formats.get(), 'mailboxPerformance', '__proto__', 'percent'));
        const presets = createPresetStore(storage);
        for (const { name, query } of presets.all()) {
          expect(typeof name).toBe('string');
          expect(new URLSearchParams(query).has('key')).toBe(false);
        }
        presets.put({ id: 'new', name: 'New', query: QUERY, pinned: false });
        expect(presets.all().map(({ id }) => id)).toContain('new');
        const theme = createThemeStore(document.createElement('html'), storage);
        expect(['system', 'light', 'dark']).toContain(theme.get());
        expectNothingPolluted();
      }),
      { numRuns: 300 },
    );
  });

  test('in the browser itself reads so, too', () => {
    fc.assert(
      fc.property(stored, (text) => {
        for (const key of ['desk-copies', 'desk-export', 'desk-copied-runs']) localStorage.setItem(key, text);
        const settings = copySettings.get();
        expect(keptSince(settings, NOW)).toBeLessThan(NOW);
        expect(Array.isArray(settings.automatic)).toBe(true);
        expect(['comma', 'semicolon', 'tab']).toContain(exportSettings.get().separator);
        expect(copiedRuns.get().every((id) => typeof id === 'string')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('beside broken ones is kept, and so is what this version cannot read', () => {
    fc.assert(
      fc.property(
        fc.array(foreignValue, { maxLength: 4 }),
        fc.nat(4),
        foreignValue,
        (odd, place, version) => {
          const kept = { version, presets: odd.toSpliced(place, 0, PRESETS.presets[0]) };
          const storage = holding(JSON.stringify(kept));
          const presets = createPresetStore(storage);
          expect(presets.all().map(({ name }) => name)).toContain('Monthly');
          presets.put({ id: 'new', name: 'New', query: QUERY, pinned: false });
          const written = JSON.parse(storage().getItem('desk-presets')) as { presets: unknown[] };
          expect(written.presets).toHaveLength(odd.length + 2);
        },
      ),
      { numRuns: 150 },
    );
  });
});
