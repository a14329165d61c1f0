// @vitest-environment node
import { expect, test } from 'vitest';
import { anotherKey } from '#src/runs/another-key.ts';
import { KEY, record } from '../support/records.ts';

const own = { id: KEY };
const refused = { id: 'refused' };
const other = { id: 'other' };

test.each([
  ['the first other key that works', record('done'), [own, refused, other], other],
  ['none where only its own is loaded', record('done'), [own], null],
  ['none where every other one was refused', record('done'), [own, refused], null],
  ['none while the launch waits in the queue', record('queued'), [other], null],
])('a run is launched anew with %s', (_name, given, keys, expected) => {
  expect(anotherKey(given, keys, new Set(['refused']))).toBe(expected);
});
