// @vitest-environment node
// What the API sent is spoken of, never repeated.
import { expect, test } from 'vitest';
import { addressKind, kindOf, maskKey, plainCode, plainName, shortId } from '#src/conformance/redact.ts';

const OWN = 'https://c1.emailgistics.example';
const UUID = 'af412a6c-0000-4000-8000-1234567890ab';

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  [true, 'boolean'],
  [3, 'whole number'],
  [0.5, 'number'],
  ['', 'empty text'],
  ['Quote for 40 units', 'text'],
  ['ana@northwind.example', 'e-mail address'],
  ['12.5', 'number as text'],
  [UUID, 'UUID'],
  ['2026-03-09', 'bare date'],
  ['2026-03-09T00:00:00', 'date and time without zone'],
  ['2026-03-09T00:00Z', 'date and time with Z'],
  ['2026-03-09T00:00:00.000-05:00', 'date and time with offset'],
  [{ name: 'Ana' }, 'object'],
  [[], 'empty list'],
  [['Ana', null], 'list of text or null'],
])('%o is spoken of as: %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind);
});

test.each([
  ['startDateTime', 'startDateTime'],
  ['x-request-id', 'x-request-id'],
  ['ana@northwind.example', '(odd name)'],
  ['mailbox_20458', '(odd name)'],
  [UUID, '(odd name)'],
  ['Sales Department', '(odd name)'],
  ['a|b', '(odd name)'],
  ['a'.repeat(41), '(odd name)'],
])('the name %s is shown as %s', (name, shown) => {
  expect(plainName(name)).toBe(shown);
});

test.each([
  ['404', '404'],
  ['missing_field', 'missing_field'],
  ['No such mailbox: sales@company.example', '(odd name)'],
  [404, 'whole number'],
])('the code %s is shown as %s', (code, shown) => {
  expect(plainCode(code)).toBe(shown);
});

test.each([
  [
    `${OWN}/api/v1/reports/results/rr_1?max=10&starting_after=abc`,
    '/api/v1/reports/results/…?max=10&starting_after=…',
  ],
  [`${OWN}/api/v1/messages/AAMk/attachments/x/download`, '/api/v1/messages/…/attachments/…/download'],
  ['https://internal.example/results/rr_1', 'https://internal.example/results/…'],
  ['https://ana:secret@c1.emailgistics.example/api', '/api with a user name'],
  ['/api/v1/reports/results/rr_1', 'a path without an origin'],
  ['rr_1', 'no address'],
])('the address %s is shown as %s', (href, shown) => {
  expect(addressKind(href, OWN)).toBe(shown);
});

test('an id is shown by its first characters, and not at all where it is odd', () => {
  expect([UUID, 'mb_1', 'ana@northwind.example'].map(shortId)).toEqual(['af41…', '…', '…']);
});

test('a key is masked as it is, in an address and in JSON', () => {
  const key = 'a"b/c+d\\e-0';
  const text = [key, encodeURIComponent(key), JSON.stringify({ [key]: key })].join(' ');
  expect(maskKey(text, key)).toBe('[key] [key] {"[key]":"[key]"}');
});
