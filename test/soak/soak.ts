// Hours of simulated use of a desk, played in a thread of their own.
import { Worker } from 'node:worker_threads';
import type { SoakHour, SoakOrder } from './soak-worker.ts';

/** Plays them. `onHour` is told of each as it ends. Rejects where the thread fails. */
export function soak(
  order: SoakOrder,
  onHour: (hour: SoakHour) => void = () => undefined,
): Promise<SoakHour[]> {
  return new Promise((resolve, reject) => {
    const hours: SoakHour[] = [];
    const worker = new Worker(new URL('soak-worker.ts', import.meta.url), {
      workerData: order,
      execArgv: [],
    });
    worker.on('message', (hour: SoakHour) => {
      hours.push(hour);
      onHour(hour);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve(hours);
      else
        reject(new Error(`The thread ended with code ${String(code)} after ${String(hours.length)} hours`));
    });
  });
}
