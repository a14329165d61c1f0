// The whole core against a simple model: desk, launcher, watcher, store, client and gateway are real, the API and the network do
// what random commands say. After each command every record, slot, queue place and request count equals the model's.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isExpired, slotsHeld, workingKeys } from '#src/records/derived.ts';
import { queueOrder } from '#src/runs/queue.ts';
import { createModelWorld } from '../support/model-world.ts';
import { createRecordModel } from '../support/record-model.ts';
import type { RecordModel } from '../support/record-model.ts';
import { recordCommands } from '../support/record-commands.ts';
import type { Real } from '../support/record-commands.ts';
import { NOW } from '../support/records.ts';

const RUNS = 120;
const MOST_COMMANDS = 40;
const LIMIT_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: NOW,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The same facts about both, so that a difference reads as a difference. */
async function expectSame(model: RecordModel, { world, keyIds }: Real) {
  const records = await world.store.all();
  const [tab] = world.tabs;
  const environment = tab?.desk.environment;
  const keys = workingKeys(new Set(keyIds), environment?.status.snapshot().pausedKeys ?? new Set());
  const sent = (keysSent: readonly string[]) => keysSent.map((key) => world.posts.get(key));
  const real = {
    now: Date.now(),
    states: Object.fromEntries(records.map(({ id, state }) => [id, state])),
    posts: Object.fromEntries(
      records.map(({ id, attempts, origin }) => [
        id,
        origin === 'here' ? sent(attempts.map(({ key }) => key)) : [],
      ]),
    ),
    queue: queueOrder(records).map(({ id }) => id),
    held: slotsHeld(records, Date.now(), keys),
    expired: records.filter((record) => isExpired(record, Date.now())).map(({ id }) => id),
    startedRuns: world.api.runs.length,
    shown: tab?.desk.environment.records.all().length,
  };
  const once = ({ attempts }: { attempts: number }) => Array<number>(attempts).fill(1);
  expect(real).toEqual({
    now: model.now,
    states: Object.fromEntries(model.records.map(({ id, state }) => [id, state])),
    posts: Object.fromEntries(model.records.map((record) => [record.id, once(record)])),
    queue: model.queue.map(({ id }) => id),
    held: model.held(),
    expired: model.records.filter(model.isExpired).map(({ id }) => id),
    startedRuns: model.truths.length,
    shown: model.records.length,
  });
}

async function play(commands: Iterable<fc.AsyncCommand<RecordModel, Real>>) {
  const world = await createModelWorld();
  const config = world.tabs[0]?.desk.environment.config.current();
  const keyIds = config?.keys.map(({ id }) => id) ?? [];
  try {
    await fc.asyncModelRun(() => ({ model: createRecordModel(NOW), real: { world, keyIds } }), commands);
  } finally {
    await world.close();
  }
}

/** The commands of these names. */
function commandsOf(names: readonly string[]) {
  const drawn = fc.sample(fc.oneof(...recordCommands(expectSame)), { numRuns: 10_000, seed: 1 });
  const byName = new Map(drawn.map((command) => [command.toString(), command]));
  return names.map((name) => {
    const command = byName.get(name);
    if (command === undefined) throw new Error(`no command “${name}”`);
    return command;
  });
}

test(
  'whatever operators, networks, gateways and the API do, the records are what the model says',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands(recordCommands(expectSame), { maxCommands: MOST_COMMANDS, size: 'max' }),
        play,
      ),
      { numRuns: RUNS },
    );
  },
  LIMIT_MS,
);

// Histories in which desk and model once differed.
test.each([
  [
    'launch; the API answers what leaves next: html-429',
    'launch; the API answers what leaves next: done',
    'the network goes',
    'launch with key 0 in tab 0',
    '61.7 s go by',
    'the network comes back',
    'Remove from queue, and Undo, #0',
  ],
  [
    'launch; the API answers what leaves next: unreachable',
    'launch twice at once with key 0, in every tab',
    'Remove from queue, and Undo, #0',
    'launch; of what leaves next the request is lost',
  ],
  [
    'launch twice at once with key 0, in every tab',
    'launch twice at once with key 1, in every tab',
    'key 0 is revoked',
    'launch twice at once with key 0, in every tab',
    'the machine sleeps for 31 min',
    'the revoked key works again',
  ],
  [
    'launch with key 0 in tab 0',
    'the run is gone, and is asked about: #0',
    'launch; of what leaves next sign-in is asked for',
    '33.3 s go by',
    '33.3 s go by',
  ],
  [
    'launch with key 0 in tab 0',
    'the run is gone, and is asked about: #0',
    '61.7 s go by',
    'the machine sleeps for 1440 min',
    'launch; the API answers what leaves next: 429',
    'the lost run is found: #0',
  ],
  [
    'launch twice at once with key 0, in every tab',
    'the tab crashes in the middle of a launch',
    'launch; of what leaves next the answer is lost',
    'launch; the API answers what leaves next: html-429',
    'the machine sleeps for 1440 min',
  ],
  [
    'launch; of what leaves next the budget is spent',
    'launch; of what leaves next few requests are left',
    'Remove from queue, and Undo, #0',
  ],
])('history %#, as the model says', async (...names) => {
  await expect(play(commandsOf(names))).resolves.toBeUndefined();
});
