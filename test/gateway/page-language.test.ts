// @vitest-environment node
import { expect, test } from 'vitest';
import type { Language } from '#src/contract/languages.ts';
import { pageLanguage } from '#src/gateway/page-language.ts';

const BOTH: ReadonlySet<Language> = new Set(['en', 'fr']);
const ask = (headers: Record<string, string>, pages = BOTH) =>
  pageLanguage(new Request('http://desk.test/', { headers }), pages);

test.each<[rule: string, headers: Record<string, string>, language: Language]>([
  ['English where the browser says nothing', {}, 'en'],
  ['the browser’s first language', { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' }, 'fr'],
  ['the one it wants most, in whatever order', { 'accept-language': 'en;q=0.2, fr;q=0.7' }, 'fr'],
  ['the next where there are no pages in the first', { 'accept-language': 'de,fr;q=0.5' }, 'fr'],
  ['not one that is ruled out', { 'accept-language': 'fr;q=0, en;q=0.1' }, 'en'],
  ['what was chosen here', { cookie: 'a=b; desk-language=en', 'accept-language': 'fr' }, 'en'],
  ['nothing that is no language of ours', { cookie: 'desk-language=xx', 'accept-language': 'fr' }, 'fr'],
  ['not the name of something else', { cookie: 'desk-language=__proto__' }, 'en'],
  ['English for a header that is no list', { 'accept-language': ';;q=x,,*;q=fr' }, 'en'],
])('a page is sent in %s', (_rule, headers, language) => {
  expect(ask(headers)).toBe(language);
});

test('a page is sent in English where it was built in nothing else', () => {
  expect(ask({ cookie: 'desk-language=fr', 'accept-language': 'fr' }, new Set(['en']))).toBe('en');
});
