// A desk with many runs in Chromium, for the benches of the board: how its runs get there, and what a page notes of itself.
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import type { RunRecord } from '#src/records/record.ts';
import { pastRuns } from '../board/many-runs.ts';

/** The processor of the benches is so many times slower than this one. */
export const SLOWER = 4;
export const DATABASE = 'report-desk-runs';

/** What the page notes of itself: when a wish came true, painted, in ms of `performance.now()`. */
export type BenchWindow = Window & {
  painted: (isTrue: () => boolean) => Promise<number>;
  fromInput: Promise<number>;
  /** Since the page began, or since they were emptied. */
  noted: Noted;
};

/** Times in ms. */
export type Noted = {
  largestPaint: number;
  /** Cumulative layout shift, without what follows an input. */
  shift: number;
  /** Of tasks longer than 50 ms: what is beyond. */
  beyond: number;
  /** Each key or press up to the paint after it, by interaction. */
  readonly interactions: Record<string, number>;
};

export type BenchPage = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
};

/** A page that notes what it does, before it goes anywhere. */
export async function openBenchPage(browser: Browser): Promise<BenchPage> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  // A slow processor, and at times a busy machine.
  page.setDefaultTimeout(120_000);
  await page.addInitScript(noteItself);
  return { context, page, session: await context.newCDPSession(page) };
}

/** Puts `count` runs that are over into the desk of `page` at `origin`, and gives them back. */
export async function putRuns(page: Page, origin: string, count: number): Promise<readonly RunRecord[]> {
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  const config = await page.evaluate(
    async () => (await (await fetch('/desk/config')).json()) as { now: string; keys: { id: string }[] },
  );
  const runs = pastRuns(count, Date.parse(config.now), config.keys[0]?.id ?? '');
  await page.evaluate(
    ({ name, records }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('runs', 'readwrite');
          for (const record of records) writing.objectStore('runs').put(record);
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    { name: DATABASE, records: runs },
  );
  return runs;
}

/** The value below which `share` (0 to 1) of `taken` are. */
export function quantile(taken: readonly number[], share: number): number {
  const sorted = taken.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (taken: readonly number[]): number => quantile(taken, 0.5);

/** Runs in the page. */
function noteItself(): void {
  const own = window as unknown as BenchWindow;
  const noted: Noted = { largestPaint: 0, shift: 0, beyond: 0, interactions: {} };
  own.noted = noted;
  const watch = (type: string, note: (entry: PerformanceEntry) => void, more: object = {}) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
    }).observe({ type, buffered: true, ...more });
  };
  watch('largest-contentful-paint', ({ startTime }) => {
    noted.largestPaint = startTime;
  });
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) noted.shift += value;
  });
  watch('longtask', ({ duration }) => {
    noted.beyond += Math.max(0, duration - 50);
  });
  watch(
    'event',
    (entry) => {
      const { interactionId, duration } = entry as PerformanceEventTiming & { interactionId: number };
      if (interactionId === 0) return;
      noted.interactions[interactionId] = Math.max(noted.interactions[interactionId] ?? 0, duration);
    },
    { durationThreshold: 16 },
  );
  own.painted = (isTrue) =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('It was never painted.')), 30_000);
      const look = () => {
        // A task after the next frame: what is there now has been painted.
        if (isTrue()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        return isTrue();
      };
      if (look()) return;
      const observer = new MutationObserver(() => {
        if (look()) observer.disconnect();
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    });
}
