// `npm run bench [-- --only table,board] [-- --json <file>]`: every figure in one table, each beside its goal and a baseline measured
// in the same run, and below it what misses its goal, by how much and why. What is measured in Chromium needs the built app. Figures only; nothing here passes or fails.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { boardBench } from './board.ts';
import { gatewayBench } from './gateway.ts';
import type { BenchRow } from './gateway.ts';
import { judge, missedBy } from './goal.ts';
import { pollingBench } from './polling.ts';
import { sizeBench } from './size.ts';
import { tableBench } from './table.ts';

const PARTS: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  size: sizeBench,
  polling: pollingBench,
  gateway: gatewayBench,
  board: boardBench,
  table: tableBench,
};

const { values } = parseArgs({
  options: { only: { type: 'string', default: Object.keys(PARTS).join() }, json: { type: 'string' } },
});
const chosen = values.only.split(',');
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  process.stderr.write(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(1);
}

const rows: BenchRow[] = [];
for (const name of chosen) {
  try {
    rows.push(...((await PARTS[name]?.()) ?? []));
  } catch (error) {
    // What one part lacks costs none of the others' figures.
    process.exitCode = 1;
    process.stderr.write(`${name}: ${String(error)}\n`);
  }
}

console.table(rows);
process.stdout.write(`${judge(rows)}\n`);
if (values.json !== undefined) {
  const machine = { node: process.version, platform: process.platform, cores: cpus().length };
  writeFileSync(
    values.json,
    `${JSON.stringify({ at: new Date().toISOString(), machine, rows: rows.map((row) => ({ ...row, missedBy: missedBy(row) })) }, null, 2)}\n`,
  );
}
