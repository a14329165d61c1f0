// JavaScript of the built app in each language, gzipped, as size-limit measures it: the first page beside the whole app, which is what a
// desk without lazy parts would load at once.
import { execFileSync } from 'node:child_process';
import type { BenchRow } from './gateway.ts';

type Measured = { readonly name: string; readonly size: number; readonly sizeLimit: number };

const inKb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Needs the built app. */
export function sizeBench(): BenchRow[] {
  const measured = JSON.parse(
    execFileSync('npx', ['size-limit', '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as Measured[];
  const languageOf = (name: string) => name.slice(name.lastIndexOf(' '));
  return measured.map(({ name, size, sizeLimit }) => {
    const whole = measured.findLast((other) => languageOf(other.name) === languageOf(name))?.size ?? size;
    return {
      name: `size: ${name}, JavaScript, gzip`,
      figure: inKb(size),
      baseline: `${inKb(whole)}, all of it at once`,
      ratio: (size / whole).toFixed(2),
      goal: `≤ ${inKb(sizeLimit)}`,
    };
  });
}
