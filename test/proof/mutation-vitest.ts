// The Vitest configuration of the mutation check. No more than the chosen tests need is loaded: it is loaded anew for every break.
// Stryker's own option for test files is not used: with it a break outside of functions is never in force (10.1.1).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(' '),
    setupFiles: ['test/proof/mutation-setup.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
