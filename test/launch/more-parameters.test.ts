// @vitest-environment node
// Parameters that no documentation names: what goes out, and what is refused at the field.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  kindOfValue,
  moreErrors,
  moreValues,
  sentValue,
  typedMore,
  valueText,
} from '#src/launch/more-parameters.ts';
import { parseMore, writeMore } from '#src/launch/more-text.ts';

test.each<[string, unknown, string]>([
  ['Emily', 'Emily', 'text'],
  [' a b ', 'a b', 'text'],
  ['7', 7, 'a number'],
  ['-0.5', -0.5, 'a number'],
  ['"7"', '7', 'text'],
  ['007', '007', 'text'],
  ['1e3', '1e3', 'text'],
  ['12345678901234567890', '12345678901234567890', 'text'],
  ['true', true, 'true or false'],
  ['null', null, 'null'],
  ['["a", 1]', ['a', 1], 'a list'],
  ['{"a": 1}', { a: 1 }, 'an object'],
  ['[a]', '[a]', 'text'],
  ['""', '', 'text'],
])('%s is sent as %j, which is %s', (text, value, kind) => {
  expect(sentValue(text)).toEqual(value);
  expect(kindOfValue(sentValue(text))).toBe(kind);
});

test('any value that a request can hold has a text that is sent as it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const sent = JSON.parse(JSON.stringify(value)) as unknown;
      expect(JSON.stringify(sentValue(valueText(sent)))).toBe(JSON.stringify(sent));
    }),
    { numRuns: 500, examples: [['"'], [' x'], [''], ['null'], ['7'], [1e21]] },
  );
});

test('any row survives the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, value) => {
      expect(parseMore(writeMore({ name, value }))).toEqual({ name, value });
    }),
    {
      examples: [
        ['%3A', ':'],
        ['%253A:', '%3A'],
        ['a:b', ''],
      ],
    },
  );
});

describe('what is wrong with a row', () => {
  const errorOf = (name: string, value = 'x') => moreErrors('mailboxUserPerformance', [{ name, value }])[0];

  test.each(['tags', 'owner_id', 'a.b', 'x-1', 'domains', 'activityStart'])('nothing: %s', (name) => {
    expect(errorOf(name)).toBeNull();
  });

  test.each(['mailboxId', 'start', 'end', 'period', 'users', ' users '])(
    '%s has a field of its own',
    (name) => {
      expect(errorOf(name)).toEqual({
        at: 'name',
        text: `“${name.trim()}” has a field of its own in this form. Enter it there.`,
      });
    },
  );

  test('which names have one differs from report to report', () => {
    const row = { name: 'statuses', value: 'x' };
    expect(moreErrors('mailboxPerformance', [row])).toEqual([null]);
    expect(moreErrors('receivedMessageDetail', [row])[0]?.at).toBe('name');
  });

  test.each(['a b', 'a,b', '1a', '__proto__', 'é', 'a:b'])('%s cannot be a name', (name) => {
    expect(errorOf(name)?.text).toContain(`“${name}” cannot be a name.`);
  });

  test('a name or a value is missing; a row without both is none', () => {
    expect(errorOf('', 'x')).toMatchObject({ at: 'name' });
    expect(errorOf('tags', ' ')).toMatchObject({ at: 'value' });
    expect(errorOf(' ', '')).toBeNull();
    expect(typedMore([{ name: ' ', value: '' }])).toEqual([]);
    expect(moreValues([{ name: '', value: '' }])).toEqual({});
  });

  test('a name stands there twice: the second is the one', () => {
    const rows = ['a', 'b', 'a '].map((name) => ({ name, value: 'x' }));
    expect(moreErrors('mailboxPerformance', rows)).toEqual([
      null,
      null,
      { at: 'name', text: '“a” is here twice. Keep one of them.' },
    ]);
  });
});
