// `npm run bench`: figures, each beside a baseline measured in the same run.
import { gatewayBench } from './gateway.ts';
import { pollingBench } from './polling.ts';

console.table(pollingBench());
console.table(await gatewayBench());
