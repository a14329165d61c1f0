// What it costs to open a board of 25 cards for the first time, on a processor four times slower and on a slow network, beside the
// bare board with the same runs. Needs the built app. Figures only; nothing here passes or fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { startGateway } from '../browser/gateway-process.ts';
import { chromiumPath } from '../support/chromium.ts';
import { startBareDesk } from './bare-desk.ts';
import { median, openBenchPage, putRuns, SLOWER } from './board-page.ts';
import type { BenchPage, BenchWindow } from './board-page.ts';
import type { BenchRow } from './gateway.ts';

const CARDS = 25;
/** Each figure is the median of so many. */
const TIMES = 5;
/** Chromium's own *Slow 4G*: ms to the first byte of each answer, and bytes a second. */
const SLOW_4G = { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
/** What comes after the board can be used: notices, words of failures, the ledger. */
const SETTLED_AFTER_MS = 2_500;

type Load = {
  readonly usable: number;
  readonly largestPaint: number;
  readonly beyond: number;
  readonly shift: number;
  readonly requests: number;
  readonly heapMb: number;
};

const ROWS = [
  { name: 'cards and filters painted', which: 'usable', goal: '< 1000 ms', inWords: ms },
  { name: 'largest contentful paint', which: 'largestPaint', goal: '< 1000 ms', inWords: ms },
  { name: 'long tasks, beyond 50 ms, in sum', which: 'beyond', goal: '< 150 ms', inWords: ms },
  { name: 'layout shift', which: 'shift', goal: '0', inWords: (value: number) => value.toFixed(3) },
  { name: 'requests until usable', which: 'requests', goal: '≤ 12', inWords: String },
  { name: 'heap after a collection', which: 'heapMb', goal: '≤ 8 MB', inWords: mb },
] as const satisfies readonly {
  name: string;
  which: keyof Load;
  goal: string;
  inWords: (value: number) => string;
}[];

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function mb(value: number): string {
  return `${value.toFixed(1)} MB`;
}

/** Runs the whole bench, some two minutes. */
export async function boardLoadBench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-load-'));
  const gateway = await startGateway({ DESK_PORT: '0', DESK_DATA_DIR: folder });
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
  try {
    const { own, bare } = await bothLoads(browser, gateway.origin);
    return [
      ...ROWS.map(({ name, which, goal, inWords }) =>
        row(`${CARDS} cards, ${String(SLOWER)} times slower: ${name}`, goal, inWords, {
          figure: own.fast[which],
          bare: bare.fast[which],
        }),
      ),
      row(
        `${CARDS} cards, ${String(SLOWER)} times slower, slow 4G: cards and filters painted`,
        '< 3500 ms',
        ms,
        {
          figure: own.slow.usable,
          bare: bare.slow.usable,
        },
      ),
    ];
  } finally {
    await browser.close();
    await gateway.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(
  name: string,
  goal: string,
  inWords: (value: number) => string,
  { figure, bare }: { figure: number; bare: number },
): BenchRow {
  return {
    name: `board, ${name}`,
    figure: inWords(figure),
    baseline: `${inWords(bare)}, bare board`,
    ratio: bare === 0 ? '' : (figure / bare).toFixed(2),
    goal,
  };
}

type Loads = { readonly fast: Load; readonly slow: Load };

async function bothLoads(browser: Browser, origin: string): Promise<{ own: Loads; bare: Loads }> {
  const desk = await openBenchPage(browser);
  const runs = await putRuns(desk.page, origin, CARDS);
  const bareDesk = await startBareDesk(runs, Math.max(...runs.map(({ pressedAt }) => pressedAt)));
  const bare = await openBenchPage(browser);
  await bare.page.goto(bareDesk.origin);
  try {
    for (const { session } of [desk, bare]) {
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      await session.send('Network.setBypassServiceWorker', { bypass: true });
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    }
    const taken: Readonly<Record<'own' | 'bare', Readonly<Record<keyof Loads, Load[]>>>> = {
      own: { fast: [], slow: [] },
      bare: { fast: [], slow: [] },
    };
    for (const [which, network] of [
      ['fast', { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }],
      ['slow', SLOW_4G],
    ] as const) {
      for (const { session } of [desk, bare]) {
        await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
      }
      // In turns, so that both see the same machine.
      for (let time = 0; time < TIMES; time += 1) {
        taken.own[which].push(await load(desk));
        taken.bare[which].push(await load(bare));
      }
    }
    const medians = ({ fast, slow }: Readonly<Record<keyof Loads, readonly Load[]>>): Loads => ({
      fast: medianLoad(fast),
      slow: medianLoad(slow),
    });
    return { own: medians(taken.own), bare: medians(taken.bare) };
  } finally {
    await desk.context.close();
    await bare.context.close();
    await bareDesk.stop();
  }
}

async function load({ page, session }: BenchPage): Promise<Load> {
  let requests = 0;
  const count = () => {
    requests += 1;
  };
  page.on('request', count);
  await page.reload({ waitUntil: 'commit' });
  const usable = await page.evaluate(() =>
    (window as unknown as BenchWindow).painted(
      () => document.querySelector('article') !== null && document.querySelector('[type=search]') !== null,
    ),
  );
  page.off('request', count);
  await page.waitForTimeout(SETTLED_AFTER_MS);
  const { largestPaint, shift, beyond } = await page.evaluate(() => (window as unknown as BenchWindow).noted);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  return { usable, largestPaint, beyond, shift, requests, heapMb: usedSize / 1_000_000 };
}

function medianLoad(loads: readonly Load[]): Load {
  const of = (which: keyof Load) => median(loads.map((one) => one[which]));
  return {
    usable: of('usable'),
    largestPaint: of('largestPaint'),
    beyond: of('beyond'),
    shift: of('shift'),
    requests: of('requests'),
    heapMb: of('heapMb'),
  };
}

if (import.meta.main) console.table(await boardLoadBench());
