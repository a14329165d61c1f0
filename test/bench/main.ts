// `npm run bench`: figures, each beside a baseline measured in the same run. What is measured in Chromium needs the built app.
import { boardBench } from './board.ts';
import { gatewayBench } from './gateway.ts';
import { pollingBench } from './polling.ts';
import { tableBench } from './table.ts';

console.table(pollingBench());
console.table(await gatewayBench());
console.table(await boardBench());
console.table(await tableBench());
