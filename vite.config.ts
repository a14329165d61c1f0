// Build, development server and the three Vitest projects.
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { isLanguage } from './src/contract/languages.ts';
import { languagePlugin } from './src/gateway/language-plugin.ts';
import { packedPlugin } from './src/gateway/packed-plugin.ts';
import { deskPlugin } from './src/gateway/vite-plugin.ts';
import { workerPlugin } from './src/gateway/worker-plugin.ts';
import { chromiumPath } from './test/support/chromium.ts';

const SIMULATION = 'test/faults/simulation.test.ts';
const underTest = process.env['VITEST'] !== undefined;

/** Takes only the modules that its test names, and not what they import. */
const alone = { includeDependenciesRecursively: false };

/**
 * What arrives together: few files that compress well, each of use at one moment. The first that fits wins, and takes along what its
 * modules import where it is not `alone`.
 */
const CHUNKS = [
  // The first page, whole.
  { name: 'desk', priority: 9, test: /src\/app\/main\.tsx$/ },
  // What several of the other pages share, and the board does without.
  {
    name: 'more',
    priority: 8,
    test: new RegExp(
      [
        'src/ui/(tabs|text-area)',
        'src/connection/(key-notes|key-expiry|words)',
        'src/client/download',
        'src/exports/(download|file-name|words)',
        'src/copies/words',
        'src/failures/(use-call-failure|use-retry-at|field-of)',
        'src/range/week-',
        'src/launch/(mailboxes-failed|mailbox-words|preset-(query|store|words))',
      ].join('|'),
    ),
    ...alone,
  },
  // What the board's second half shares with them.
  {
    name: 'parts',
    priority: 7,
    test: new RegExp(
      [
        'src/(ui|connection|client|failures)/',
        // What changes records is the engine's alone.
        'src/records/(?!transition|take|attempt-key)',
        'src/runs/(forecast|use-|another-key)',
        'react-query',
        'query-core',
        'src/app/(notices-(words|permission)|frame-words)',
        'src/palette/(shortcuts\\.ts|single-keys)',
        'src/board/drills-dialog',
        'src/launch/(duplicate-words|form-state|more-text)',
        'src/range/range-presets',
        'src/exports/(slices|row-json)',
        'src/copies/(copies|copies-context|copy-list|copy-settings|(browser|memory)-copies|(saved|sound)-copy)\\.tsx?$',
        'src/results/(use-run|duplicate|send-now)',
      ].join('|'),
    ),
    ...alone,
  },
  // Waits for the calendar where the browser lacks it.
  { name: 'calendar', priority: 6, test: /src\/range\/temporal\.ts$/, ...alone },
  {
    name: 'results',
    priority: 4,
    test: /src\/(results\/(result-page|copy-view)|app\/copies-page)/,
  },
  { name: 'charts', priority: 3, test: /src\/(charts\/chart-panel|results\/compare-panel)/ },
  {
    name: 'saving',
    priority: 2,
    test: /src\/copies\/(automatic-copies|read-result)/,
    ...alone,
  },
  { name: 'presets', priority: 2, test: /src\/launch\/preset-(dialogs|files|file|text)\.tsx?$/ },
];

// `--mode fr` builds the pages in French.
export default defineConfig(async ({ mode }) => ({
  plugins: [
    languagePlugin(isLanguage(mode) ? mode : 'en'),
    react(),
    deskPlugin(),
    workerPlugin(),
    packedPlugin(),
  ],
  build: {
    target: 'es2023',
    // The page's policy allows no inline data for scripts or styles, so nothing is inlined.
    assetsInlineLimit: 0,
    // One small file arrives sooner than a request for each chunk's.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A text of a catalogue stands where it is used.
      optimization: { inlineConst: true },
      output: {
        codeSplitting: { groups: CHUNKS },
      },
    },
  },
  test: {
    // As many as the smallest machine that this has to be quick on has cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true as const,
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/**/*.browser.test.{ts,tsx}', SIMULATION],
          setupFiles: ['test/support/setup.ts'],
          // Stories through the rendered app share two cores with everything else.
          testTimeout: 20_000,
        },
      },
      {
        // Brings threads of its own, so it has the machine to itself.
        extends: true as const,
        test: {
          name: 'simulation',
          include: [SIMULATION],
          setupFiles: ['test/support/setup.ts'],
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
