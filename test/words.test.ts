// @vitest-environment node
// The catalogues of words: each is whole in every language, and what people read stands in one.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#src/contract/languages.ts';

const ROOT = resolve(import.meta.dirname, '..');
const OTHERS = Object.keys(LANGUAGES).filter((code) => code !== 'en');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const find = (pattern: string) =>
  globSync(pattern, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();

const CATALOGUES = find('src/*/{words,*-words}.{ts,tsx}');
const pairs = CATALOGUES.flatMap((english) =>
  OTHERS.map((code) => [english, english.replace(/\.(tsx?)$/, `.${code}.$1`)] as const),
);

/** What may read the same in two languages: names, units, signs. */
const SAME =
  /^[\W\d_]*$|^(?:UTC|CSV|JSON|cURL|Emailgistics|Report Desk|Message|Messages|Total|Date|Options|min|px|Notifications|Pages|Actions|Compact|error\.code|selection|1 point)$/;

type Catalogue = Readonly<Record<string, unknown>>;
const load = async (file: string) => (await import(join(ROOT, file))) as Catalogue;
/** What a catalogue says under each name: text itself, the length of a function, keys of a table. */
const shape = (words: Catalogue) =>
  Object.fromEntries(
    Object.entries(words).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? Object.keys(value).toSorted() : typeof value,
    ]),
  );

describe('the catalogues', () => {
  test('are there, and their translations are checked by the compiler', () => {
    expect(CATALOGUES.length).toBeGreaterThan(0);
    const checked = read('test/words-types.ts');
    const named = (file: string) => checked.includes(`'#${file}'`);
    expect(pairs.flat().filter((file) => !named(file))).toEqual([]);
  });

  test.each(pairs)('%s says the same as %s', async (english, other) => {
    expect(shape(await load(other))).toEqual(shape(await load(english)));
  });

  test.each(pairs)('%s is translated in %s', async (english, other) => {
    const [original, translated] = [await load(english), await load(other)];
    const same = Object.entries(original).filter(
      ([name, text]) => typeof text === 'string' && text === translated[name] && !SAME.test(text),
    );
    expect(same.map(([name]) => name)).toEqual([]);
  });
});

describe('in French', () => {
  const FRENCH = find('src/*/{words,*-words}.fr.{ts,tsx}');

  test('signs that take a space before them never begin a line', () => {
    const loose = FRENCH.flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
        .filter((line) => /[\p{L}\d})] [;!»](?=[\s'`.])|\p{L} [:?](?=['`])|\p{L} : \p{Ll}|« /u.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(loose).toEqual([]);
  });

  test('a zone takes the short article before a vowel', async () => {
    const { zoneOf } = await load('src/ui/words.fr.ts');
    expect(
      ['Auckland', 'Édimbourg', 'Toronto'].map((place) => (zoneOf as (of: string) => string)(place)),
    ).toEqual(['heure d’Auckland', 'heure d’Édimbourg', 'heure de Toronto']);
  });
});
