// Stories in a real Chromium against the built app and the real gateway. Each worker has a gateway of its own.
import { defineConfig } from '@playwright/test';
import { chromiumPath } from './test/support/chromium.ts';

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/warm-up.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  use: {
    headless: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Colours are measured at rest, not halfway through a transition.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1280, height: 800 },
    // Stories are about the page; shell.spec.ts is about what stands between it and the gateway.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: await chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
