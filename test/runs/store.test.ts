// @vitest-environment node
import { createMemoryStore } from '#src/runs/memory-store.ts';
import { storeContract } from './store-contract.ts';

storeContract('memory', () => {
  const store = createMemoryStore();
  return Promise.resolve({
    here: store,
    there: store,
    close: () => {
      store.close();
      return Promise.resolve();
    },
  });
});
