// @vitest-environment node
import { expect, test } from 'vitest';
import { localeFor } from '#src/ui/locale.ts';

test.each([
  ['the browser’s own where it is of this language', ['en-CA', 'en'], 'en-CA'],
  ['the first of this language among others', ['de-DE', 'fr', 'en-US', 'en-GB'], 'en-US'],
  ['the usual one where the browser has none of this language', ['de-DE', 'fr'], 'en-GB'],
  ['the usual one where the browser tells none', undefined, 'en-GB'],
  ['not a name that is no language', ['en_US.UTF-8', 'en-'], 'en-GB'],
  ['not another language that begins alike', ['enm', 'en-NZ'], 'en-NZ'],
])('numbers and dates are written as in %s', (_rule, languages, locale) => {
  expect(localeFor(languages)).toBe(locale);
});
