// Runs before every test file: matchers, clean-up, the seed of properties, and a failure for anything that React or the app prints
// as an error.
import '@testing-library/jest-dom/vitest';
import { afterEach, beforeEach, vi } from 'vitest';

const printed: string[] = [];

// Before any module of the desk asks for it: dates and numbers look the same wherever the tests run.
Object.defineProperty(navigator, 'languages', { configurable: true, value: ['en-GB', 'en'] });

// Tests of properties draw the same cases in every run. `PROPERTY_SEED=<n>` draws others (`npm run proof` does so), or those that a
// failure has printed. Browser tests have no properties.
if (typeof document === 'undefined' || navigator.userAgent.includes('jsdom')) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });
}

beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    printed.push(parts.map(String).join(' '));
  });
});

afterEach(async () => {
  if (typeof document !== 'undefined') {
    const { cleanup } = await import('@testing-library/react');
    cleanup();
  }
  vi.restoreAllMocks();
  if (printed.length > 0) throw new Error(`Printed with console.error: ${printed.join('\n')}`);
});
