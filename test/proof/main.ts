// `npm run proof`: what takes too long for `npm test`, or what is there played with fixed seeds and here with as many others as wanted.
// With none of the three names the tests of properties and the stories are played; a name plays that one alone.
//
//   npm run proof -- --properties 200 --only record-model --seeds 1000000 --from 1
//   npm run proof -- --mutation [--only ledger]
//   npm run proof -- --soak [--hours 24] [--from 1]    (needs the built app for its second half, the pages)
import { parseArgs } from 'node:util';
import { playPages } from '../soak/pages.ts';
import { playMutations } from './mutation.ts';
import { playProperties } from './properties.ts';
import { playSoak } from './soak.ts';
import { playStories } from './stories.ts';

const { values } = parseArgs({
  options: {
    properties: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '1' },
    hours: { type: 'string', default: '24' },
    mutation: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
  },
});
const numbers = [values.properties, values.seeds, values.from, values.hours].map(Number);
if (!numbers.every((given) => Number.isSafeInteger(given) && given >= 0)) {
  process.stderr.write(
    'Use --properties <rounds>, --seeds <how many>, --from <first seed> and --hours <how many>: whole numbers.\n',
  );
  process.exit(1);
}
const [rounds = 0, count = 0, first = 0, hours = 0] = numbers;

let wrong = 0;
if (values.mutation) wrong += await playMutations(values.only);
if (values.soak) wrong += (hours === 0 ? 0 : await playSoak(hours, first)) + (await playPages());
if (!values.mutation && !values.soak) {
  wrong += playProperties(rounds, values.only);
  wrong += count === 0 ? 0 : await playStories(first, count);
}
process.exitCode = wrong > 0 ? 1 : 0;
