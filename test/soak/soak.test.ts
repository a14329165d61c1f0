// @vitest-environment node
// Two simulated hours of a desk in use; `npm run proof -- --soak` plays many, and weighs the heap.
import { expect, test } from 'vitest';
import { soak } from './soak.ts';
import { soakComplaints } from './verdict.ts';

test('two hours of work leave no timer, no listener and no cached query behind', async () => {
  const hours = await soak({ hours: 2, seed: 4, weighs: false });
  expect(soakComplaints(hours)).toEqual([]);
}, 60_000);
