// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attemptKey } from '#src/records/attempt-key.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const uuid = fc.uuid({ version: 4 });

test('the first attempt’s key is the record’s id', () => {
  fc.assert(
    fc.property(uuid, (id) => {
      expect(attemptKey(id, 0)).toBe(id);
    }),
  );
});

test.each([
  ['00000000-1111-4222-8333-444444444444', 1, '00000001-1111-4222-8333-444444444444'],
  ['0000000f-1111-4222-8333-444444444444', 1, '00000010-1111-4222-8333-444444444444'],
  ['ffffffff-1111-4222-8333-444444444444', 1, '00000000-1111-4222-8333-444444444444'],
  ['fffffffe-1111-4222-8333-444444444444', 3, '00000001-1111-4222-8333-444444444444'],
])('%s, attempt %i: %s', (id, attempt, key) => {
  expect(attemptKey(id, attempt)).toBe(key);
});

test('every attempt of a record has a key of its own, a UUID of the same version, and always the same', () => {
  fc.assert(
    fc.property(uuid, fc.integer({ min: 1, max: 300 }), (id, most) => {
      const keys = Array.from({ length: most + 1 }, (_, attempt) => attemptKey(id, attempt));
      expect(new Set(keys).size).toBe(most + 1);
      for (const key of keys) expect(key).toMatch(UUID);
      expect(attemptKey(id, most)).toBe(keys.at(-1));
    }),
    { numRuns: 30 },
  );
});

test('two records share no key', () => {
  fc.assert(
    fc.property(uuid, uuid, fc.nat({ max: 50 }), fc.nat({ max: 50 }), (one, other, first, second) => {
      fc.pre(one.slice(8) !== other.slice(8));
      expect(attemptKey(one, first)).not.toBe(attemptKey(other, second));
    }),
  );
});
