// Preferences out to a file and back, and files that hold something else.
import { beforeEach, expect, test } from 'vitest';
import { preferencesFromFile, preferencesToFile } from '#src/preferences/preference-file.ts';
import { preferenceSections } from '#src/preferences/preference-list.ts';
import { createDensityStore, createThemeStore } from '#src/ui/theme.ts';

function all() {
  const root = document.createElement('html');
  const sections = preferenceSections(createThemeStore(root), createDensityStore(root), 'en-GB', true);
  return sections.flatMap(({ preferences }) => preferences);
}

const FILE = { format: 'report-desk-preferences', version: 1 };
const textOf = (preferences: unknown, more: object = {}) => JSON.stringify({ ...FILE, preferences, ...more });

beforeEach(() => {
  localStorage.clear();
});

test('every answer of every preference comes back from a file', () => {
  const preferences = all();
  const first = preferences.map(({ get }) => get());
  expect(first).toEqual(preferences.map(({ answers }) => answers[0].value));
  for (const { answers, set } of preferences) set(answers.at(-1)?.value ?? '');
  const text = preferencesToFile(preferences);
  const chosen = preferences.map(({ get }) => get());
  for (const { answers, set } of preferences) set(answers[0].value);
  const found = preferencesFromFile(text, preferences);
  for (const { preference, value } of found?.choices ?? []) preference.set(value);
  expect(preferences.map(({ get }) => get())).toEqual(chosen);
  expect(chosen.filter((value, index) => value === first[index])).toEqual([]);
  expect(found?.notes).toEqual([]);
});

test.each([
  ['no JSON', '{"format":'],
  ['nothing', ''],
  ['another file of the desk', JSON.stringify({ format: 'report-desk-presets', version: 1, presets: [] })],
  ['no list of choices', textOf(null)],
  ['a list without names', textOf([['theme', 'dark']])],
  ['a version that is no number', JSON.stringify({ ...FILE, version: '1', preferences: {} })],
])('%s is no file of preferences', (_, text) => {
  expect(preferencesFromFile(text, all())).toBeNull();
});

test('what cannot be taken is named, and the rest is taken', () => {
  const found = preferencesFromFile(
    textOf({ theme: 'sepia', density: 'compact', zone: 7, pace: 'faster', sound: 'loud', toString: 'x' }),
    all(),
  );
  expect(found?.choices.map(({ preference, value }) => [preference.id, value])).toEqual([
    ['density', 'compact'],
  ]);
  expect(found?.notes).toEqual([
    'Theme stays as it is: the file’s choice is none that this desk knows.',
    'Show times in stays as it is: the file’s choice is none that this desk knows.',
    'Ask how runs are stays as it is: the file’s choice is none that this desk knows.',
    '“sound” was left out: this desk has no such preference.',
    '“toString” was left out: this desk has no such preference.',
  ]);
});

test('a file of a newer version says so, and gives what this one knows', () => {
  const found = preferencesFromFile(textOf({ theme: 'dark' }, { version: 2, more: true }), all());
  expect(found?.choices).toHaveLength(1);
  expect(found?.notes).toEqual([
    'The file is of a newer version of the desk. What this version does not know was left out.',
  ]);
});

test('reading a file chooses nothing, and a file cannot reach beyond the preferences', () => {
  const preferences = all();
  const found = preferencesFromFile(
    `{"format":"report-desk-preferences","version":1,"preferences":{"__proto__":{"theme":"dark"},"theme":"dark"}}`,
    preferences,
  );
  expect(found?.choices).toHaveLength(1);
  expect(preferences[0]?.get()).toBe('system');
  expect(({} as Record<string, unknown>)['theme']).toBeUndefined();
});
