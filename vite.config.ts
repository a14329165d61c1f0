// Build, development server and the two Vitest projects.
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { deskPlugin } from './src/gateway/vite-plugin.ts';
import { chromiumPath } from './test/support/chromium.ts';

const underTest = process.env['VITEST'] !== undefined;

export default defineConfig(async () => ({
  plugins: [react(), deskPlugin()],
  build: {
    target: 'es2023',
    // The page's policy allows no inline data for scripts or styles, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs arrives as few files that compress well; each lazy page adds its own.
        codeSplitting: {
          groups: [
            // A group takes along what its modules import, so this is the first page, whole.
            { name: 'desk', test: /src\/app\/main\.tsx$/ },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true as const,
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['test/support/setup.ts'],
          // Stories through the rendered app share two cores with everything else.
          testTimeout: 20_000,
        },
      },
      {
        extends: true as const,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['test/support/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: underTest ? await chromiumPath() : '',
                args: ['--no-sandbox'],
              },
            }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
}));
