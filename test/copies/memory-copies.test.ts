// @vitest-environment node
// Copies in memory keep the same contract as those in the browser.
import { createMemoryCopies } from '#src/copies/memory-copies.ts';
import { copyContract } from './copy-contract.ts';

copyContract('memory', async () => {
  const store = createMemoryCopies();
  return { here: store, there: store, close: async () => store.close() };
});
