// A thread with a time of its own in which a desk is used for hours; after each hour it says what is left.
import { queryObjects, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { environmentManager, Query, QueryObserver } from '@tanstack/react-query';
import '#src/runs/engine.ts';
import { installVirtualTime } from '../faults/sim-time.ts';
import { installWindow } from '../faults/sim-window.ts';
import { createDay } from './day.ts';
import type { Leftovers } from './day.ts';

/**
 * What the thread is told: `hours` of work, between an hour and two in which nobody does anything. `weighs`: count living objects and
 * bytes, too, which takes a second an hour.
 */
export type SoakOrder = { readonly hours: number; readonly seed: number; readonly weighs: boolean };

/** Living objects of kinds that a leak would be made of, and the heap after a collection. */
export type Weights = {
  readonly signals: number;
  readonly requests: number;
  readonly responses: number;
  readonly cached: number;
  readonly observers: number;
  readonly buffers: number;
  readonly heapBytes: number;
};

/** What the thread says after each hour. */
export type SoakHour = Leftovers & {
  readonly works: boolean;
  readonly weights: Weights | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly broken: readonly string[];
};

const { hours, seed, weighs } = workerData as SoakOrder;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const count = (kind: abstract new (...all: never[]) => object) =>
  Number(queryObjects(kind as never, { format: 'count' }));

async function weigh(): Promise<Weights> {
  // What is held weakly goes a turn after the collection that finds it.
  for (let round = 0; round < 3; round += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const heap = getHeapStatistics();
  return {
    signals: count(AbortSignal),
    requests: count(Request),
    responses: count(Response),
    cached: count(Query),
    observers: count(QueryObserver),
    buffers: count(Uint8Array),
    heapBytes: heap.used_heap_size + heap.external_memory,
  };
}

const time = installVirtualTime();
const window = installWindow();
// Outside browsers React Query takes itself for a server, where nothing is polled.
environmentManager.setIsServer(() => false);
const unexpected: string[] = [];
// Counting objects is new in Node, which says so.
process.removeAllListeners('warning');
process.on('unhandledRejection', (error) => unexpected.push(`unhandled rejection: ${String(error)}`));
globalThis.console.error = (...parts: unknown[]) => unexpected.push(parts.map(String).join(' '));

const day = await createDay(time, seed);
for (const works of [false, ...Array.from({ length: hours }, () => true), false, false]) {
  const left = await day.hour(works);
  parentPort?.postMessage({
    ...left,
    works,
    listeners: left.listeners + window.listeners(),
    weights: weighs ? await weigh() : null,
    counts: Object.fromEntries(day.counts),
    broken: [...unexpected, ...day.violations.map(({ rule, what }) => `${rule}: ${what}`)],
  } satisfies SoakHour);
}
process.exit(0);
