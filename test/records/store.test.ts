// @vitest-environment node
import { createMemoryStore } from '#src/records/memory-store.ts';
import { storeContract } from '../runs/store-contract.ts';

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
