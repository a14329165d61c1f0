// `npm run proof -- --properties 200 --only record-model --seeds 1000000 --from 1`: what `npm test` plays with fixed seeds, with as
// many others as wanted: first the tests of properties (all of them, or those whose path holds `--only`), then the simulation.
import { parseArgs } from 'node:util';
import { playProperties } from './properties.ts';
import { playStories } from './stories.ts';

const { values } = parseArgs({
  options: {
    properties: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '1' },
  },
});
const [rounds, count, first] = [values.properties, values.seeds, values.from].map(Number);
if (![rounds, count, first].every((given) => Number.isSafeInteger(given) && (given ?? -1) >= 0)) {
  process.stderr.write(
    'Use --properties <rounds>, --seeds <how many> and --from <first seed>: whole numbers.\n',
  );
  process.exit(1);
}

const failedRounds = playProperties(rounds ?? 0, values.only);
const brokenStories = count === 0 ? 0 : await playStories(first ?? 0, count ?? 0);
process.exitCode = failedRounds + brokenStories > 0 ? 1 : 0;
