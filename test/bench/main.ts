// `npm run bench`: figures, each beside a baseline measured in the same run.
import { gatewayBench } from './gateway.ts';

const rows = await gatewayBench();
console.table(rows);
