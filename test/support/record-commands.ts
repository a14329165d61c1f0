// What can happen in the model-based test: each command does the same to the model and to the world, and compares the two.
import fc from 'fast-check';
import { MODEL_KEYS } from './model-world.ts';
import type { ModelWorld, NetworkFault } from './model-world.ts';
import type { Effect, ModelRecord, ModelState, RecordModel } from './record-model.ts';
import { HOUR, launchRequest, MINUTE } from './records.ts';
import { deskResponse, errorBody, refusal } from './replies.ts';
import type { ApiRunStatus, LaunchReply } from './scripted-api.ts';

/** The side that is tested: the world, and the ids that the gateway gave its keys. */
export type Real = { readonly world: ModelWorld; readonly keyIds: readonly string[] };
type Compare = (model: RecordModel, real: Real) => Promise<void>;
type RecordCommand = fc.AsyncCommand<RecordModel, Real>;

/** Every command takes so long, so that two of them are no double press. */
const STEP_MS = 1_270;
/** Long enough that every run that is followed was asked about; the longer one, that two 404s confirm each other. */
const WHILES_MS = [33_300, 61_700];

const REPORT = '/api/v1/reports/mailboxPerformance?max=500';
const REQUEST = launchRequest();
const TERMINAL: readonly ModelState[] = ['done', 'failed', 'refused', 'lost'];

/** Table 1 as the API brings it about. */
const API_ANSWERS: readonly (readonly [LaunchReply, Effect])[] = [
  ['done', { to: 'done', starts: true }],
  ['error', { to: 'failed', starts: true }],
  ['no-link', { to: 'unknown', starts: true }],
  ['cut', { to: 'unknown', starts: true }],
  ['unreachable', { to: 'queued', cause: 'fault' }],
  ['redirect', { to: 'unknown', starts: false }],
  ['html-429', { to: 'unknown', starts: false, queueWaitMs: MINUTE }],
  [408, { to: 'unknown', starts: false }],
  [500, { to: 'unknown', starts: false }],
  [429, { to: 'queued', cause: 'limit', first: true }],
  [403, { to: 'refused' }],
  [404, { to: 'refused' }],
  [400, { to: 'refused' }],
  [418, { to: 'refused' }],
];

/** Table 1 where the gateway answers itself, and where no answer of this desk comes. */
const NETWORK_ANSWERS: readonly (readonly [string, () => NetworkFault, Effect])[] = [
  ['the request is lost', () => 'lose-request', { to: 'proof' }],
  ['the answer is lost', () => 'lose-answer', { to: 'running', starts: true }],
  ['a captive portal answers', () => new Response('<p>Hello</p>'), { to: 'proof' }],
  [
    'sign-in is asked for',
    () => refusal(401, 'desk-login-required'),
    { to: 'queued', cause: 'other', pauses: 'sign-in' },
  ],
  [
    'the key is not loaded',
    () => refusal(401, 'desk-key-unknown'),
    { to: 'queued', cause: 'other', pauses: 'key' },
  ],
  [
    'the budget is spent',
    () => refusal(429, 'desk-budget', { 'Retry-After': '7' }),
    { to: 'queued', cause: 'budget', waitMs: 7_000 },
  ],
  ['the gateway drains', () => refusal(503, 'desk-draining'), { to: 'queued', cause: 'fault' }],
  ['the key was spent', () => refusal(422, 'idempotency-key-reused'), { to: 'proof' }],
  ['the desk refuses', () => refusal(413, 'request-too-large'), { to: 'refused' }],
  [
    'few requests are left',
    () => deskResponse(429, errorBody('429'), { RateLimit: '"desk";r=3;t=20' }),
    { to: 'queued', cause: 'limit', first: true, untilTime: true },
  ],
];

/** Answers to a poll that change no state (table 3). `stops`: not followed any more; the last two pause what a tab asks. */
type PollEffect = 'stops' | 'goes on' | 'key' | 'sign-in';
const POLL_ANSWERS: readonly (readonly [string, () => Response | 'none', PollEffect])[] = [
  ['nothing', () => 'none', 'goes on'],
  ['400', () => deskResponse(400, errorBody('400')), 'stops'],
  ['403', () => deskResponse(403, errorBody('403')), 'stops'],
  ['405', () => deskResponse(405, errorBody('405')), 'stops'],
  ['429', () => deskResponse(429, errorBody('429')), 'goes on'],
  ['budget', () => refusal(429, 'desk-budget', { 'Retry-After': '9' }), 'goes on'],
  ['500', () => deskResponse(500, errorBody('500')), 'goes on'],
  ['html', () => deskResponse(200, '<p>Hello</p>'), 'goes on'],
  ['one 404', () => deskResponse(404, errorBody('404')), 'goes on'],
  ['408', () => deskResponse(408, errorBody('408')), 'goes on'],
  ['that its key is not loaded', () => refusal(401, 'desk-key-unknown'), 'key'],
  ['that sign-in is asked for', () => refusal(401, 'desk-login-required'), 'sign-in'],
];

const isPausing = ({ effect }: RecordModel['next']) =>
  'pauses' in effect || (effect.to === 'unknown' && effect.queueWaitMs !== undefined);
const isMissing = ({ missingSince, state }: ModelRecord) => missingSince !== null && state === 'running';
/** One tab, and nothing that only it knows. */
const isPlain = (model: RecordModel) =>
  model.tabs.length === 1 &&
  model.revoked.size === 0 &&
  !isPausing(model.next) &&
  model.tabs.every(
    ({ paused, signedOut, queueHeldUntil }) => paused.size === 0 && !signedOut && queueHeldUntil <= model.now,
  );
const canHear = (model: RecordModel) => model.online && !model.tabs.some(({ signedOut }) => signedOut);

/** Every command, with its arguments left to chance. `compare` holds the two against each other after each. */
export function recordCommands(compare: Compare): fc.Arbitrary<RecordCommand>[] {
  function command(
    name: string,
    run: (model: RecordModel, real: Real) => Promise<void>,
    check: (model: Readonly<RecordModel>) => boolean = () => true,
  ): RecordCommand {
    return {
      check,
      toString: () => name,
      async run(model, real) {
        await run(model, real);
        await real.world.settle();
        await goOn(STEP_MS, model, real);
        await compare(model, real);
      },
    };
  }

  async function goOn(ms: number, model: RecordModel, { world }: Real) {
    model.pass(ms);
    await world.pass(ms);
  }

  async function press(model: RecordModel, { world, keyIds }: Real, key: number, tab = 0) {
    const keyId = keyIds[key] ?? '';
    const desk = world.tabs[tab]?.desk;
    const made = await desk?.launch(REQUEST, { keyId, keyLabel: '', mailbox: { name: '', timeZone: 'UTC' } });
    model.press(made?.id ?? '', keyId);
  }

  /** The command for the record number `index` of those that `fits` lets through. */
  function onOne(
    name: string,
    fits: (record: ModelRecord, model: RecordModel) => boolean,
    run: (record: ModelRecord, model: RecordModel, real: Real) => Promise<void>,
  ): fc.Arbitrary<RecordCommand> {
    const among = (model: Readonly<RecordModel>) => model.records.filter((record) => fits(record, model));
    return fc.nat({ max: 5 }).map((index) =>
      command(
        `${name} #${index}`,
        async (model, real) => {
          const found = among(model);
          const record = found[index % found.length];
          if (record !== undefined) await run(record, model, real);
        },
        (model) => among(model).length > 0,
      ),
    );
  }

  const desk = ({ world }: Real) => {
    const [first] = world.tabs;
    if (first === undefined) throw new Error('no tab is open');
    return first.desk;
  };

  async function check(record: ModelRecord, model: RecordModel, real: Real) {
    model.check(record);
    // A gateway that has just begun has no status of a moment ago to give.
    await real.world.restartGateway();
    const asked = desk(real).checkNow(record.id);
    await real.world.settle();
    await asked;
  }

  async function reopen(model: RecordModel, real: Real) {
    await real.world.openTab();
    model.openTab();
    model.drain();
    await checkTroubled(({ key, keyTrouble }) => keyTrouble || model.revoked.has(key), model, real);
  }

  /** What the desk does by itself some time later: runs whose key was blamed are asked about again. */
  async function checkTroubled(isTroubled: (record: ModelRecord) => boolean, model: RecordModel, real: Real) {
    const all = model.records.filter(({ state, run }) => state === 'running' && run !== null);
    for (const record of all.filter(isTroubled)) await check(record, model, real);
  }

  const keyAndTab = fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 1 }));
  const isChecked = (record: ModelRecord, model: RecordModel) =>
    record.state === 'running' && record.run !== null && canHear(model) && !model.revoked.has(record.key);

  return [
    keyAndTab.map(([key, tab]) =>
      command(`launch with key ${key} in tab ${tab}`, async (model, real) => {
        await press(model, real, key, tab % model.tabs.length);
        model.drain();
      }),
    ),
    fc.nat({ max: 1 }).map((key) =>
      command(`launch twice at once with key ${key}, in every tab`, async (model, real) => {
        await press(model, real, key, 0);
        await press(model, real, key, model.tabs.length - 1);
        model.drain();
      }),
    ),
    fc.constantFrom(...API_ANSWERS).map(([reply, effect]) =>
      command(
        `launch; the API answers what leaves next: ${reply}`,
        async (model, real) => {
          real.world.api.answerNextLaunch(reply);
          model.next = { by: 'api', effect };
          await press(model, real, 0);
          model.drain();
        },
        (model) => model.next.effect.to === 'running' && model.next.by === 'api' && model.tabs.length === 1,
      ),
    ),
    fc.constantFrom(...NETWORK_ANSWERS).map(([name, fault, effect]) =>
      command(
        `launch; of what leaves next ${name}`,
        async (model, real) => {
          real.world.faultNextLaunch(fault());
          model.next = { by: 'network', effect };
          await press(model, real, 0);
          model.drain();
        },
        (model) =>
          model.next.effect.to === 'running' &&
          model.next.by === 'api' &&
          model.tabs.length === 1 &&
          model.revoked.size === 0,
      ),
    ),
    fc.tuple(fc.constantFrom<ApiRunStatus>('done', 'error', 'gone'), fc.nat({ max: 5 })).chain(([status]) =>
      onOne(
        `the run is ${status}, and is asked about:`,
        (record, model) => isChecked(record, model) && !isMissing(record),
        async (record, model, real) => {
          const run = record.run ?? 0;
          model.truths[run] = status;
          real.world.api.set(run, status);
          await check(record, model, real);
        },
      ),
    ),
    onOne(
      'the lost run is found:',
      (record, model) =>
        record.state === 'lost' && record.run !== null && canHear(model) && !model.revoked.has(record.key),
      async (record, model, real) => {
        const run = record.run ?? 0;
        model.truths[run] = 'running';
        real.world.api.set(run, 'running');
        await check(record, model, real);
      },
    ),
    onOne('Check now', isChecked, check),
    fc.constantFrom(...POLL_ANSWERS).chain(([name, answer, then]) =>
      onOne(
        `the poll brings ${name}:`,
        (record, model) =>
          isChecked(record, model) && !isMissing(record) && (then !== 'key' || isPlain(model)),
        async (record, model, real) => {
          real.world.answerNextPoll(answer());
          const asked = desk(real).checkNow(record.id);
          await real.world.settle();
          await asked;
          const [tab] = model.tabs;
          record.followed = then !== 'stops';
          record.keyTrouble = then === 'key';
          if (then === 'key') tab?.paused.add(record.key);
          if (then === 'sign-in' && tab !== undefined) tab.signedOut = true;
          model.drain();
        },
      ),
    ),
    onOne(
      'Pause updates',
      (record) => record.state === 'running' && !isMissing(record),
      async (record, model, real) => {
        await desk(real).pauseUpdates(record.id);
        record.followed = false;
        model.drain();
      },
    ),
    fc
      .constantFrom(...WHILES_MS)
      .map((ms) => command(`${ms / 1_000} s go by`, (model, real) => goOn(ms, model, real))),
    fc.constantFrom(31 * MINUTE, 24 * HOUR).map((ms) =>
      command(
        `the machine sleeps for ${ms / MINUTE} min`,
        async (model, real) => {
          await real.world.sleepThrough(ms);
          model.sleep(ms);
        },
        (model) => canHear(model),
      ),
    ),
    fc.nat({ max: 1 }).map((key) =>
      command(
        `key ${key} is revoked`,
        async (model, real) => {
          const id = real.keyIds[key] ?? '';
          real.world.api.revoked.add(MODEL_KEYS[key]?.key ?? '');
          model.revoked.add(id);
          const seen = model.records.find(
            (record) => record.state === 'running' && record.key === id && record.run !== null,
          );
          if (seen !== undefined) await check(seen, model, real);
          model.drain();
        },
        (model) =>
          isPlain(model) && canHear(model) && model.next.by === 'api' && !model.records.some(isMissing),
      ),
    ),
    fc.constant(
      command(
        'the revoked key works again',
        async (model, real) => {
          real.world.api.revoked.clear();
          const back = [...model.revoked];
          model.revoked.clear();
          await unpause(model, real);
          await checkTroubled(({ key, keyTrouble }) => keyTrouble || back.includes(key), model, real);
        },
        (model) => model.revoked.size > 0 && canHear(model),
      ),
    ),
    fc.constant(
      command(
        'the operator signs in, and enters keys',
        async (model, real) => {
          await unpause(model, real);
          await checkTroubled(({ keyTrouble }) => keyTrouble, model, real);
        },
        (model) =>
          model.revoked.size === 0 &&
          (model.online || !model.records.some(({ keyTrouble }) => keyTrouble)) &&
          model.tabs.some(({ paused, signedOut }) => signedOut || paused.size > 0),
      ),
    ),
    fc.constant(
      command(
        'the network goes',
        async (model, { world }) => {
          await world.setOnline(false);
          model.online = false;
          model.drain();
        },
        (model) => model.online && !model.records.some(isMissing),
      ),
    ),
    fc.constant(
      command(
        'the network comes back',
        async (model, { world }) => {
          await world.setOnline(true);
          model.online = true;
          model.drain();
        },
        (model) => !model.online,
      ),
    ),
    fc.boolean().map((visible) =>
      command(visible ? 'show' : 'hide', async (_model, { world }) => {
        for (const tab of world.tabs) tab.setVisible(visible);
      }),
    ),
    fc.constant(
      command(
        'reload',
        async (model, real) => {
          real.world.closeTab();
          model.closeTab();
          await reopen(model, real);
        },
        (model) => canHear(model),
      ),
    ),
    fc.constant(
      command(
        'a second tab',
        reopen,
        (model) =>
          isPlain(model) &&
          canHear(model) &&
          model.next.effect.to === 'running' &&
          model.queue.every(({ pressedAt }) => model.now - pressedAt < 30 * MINUTE),
      ),
    ),
    fc.constant(
      command(
        'the first of two tabs is closed',
        async (model, { world }) => {
          world.closeTab();
          model.closeTab();
          model.drain();
        },
        (model) => model.tabs.length === 2,
      ),
    ),
    fc.constant(command('the gateway restarts', ({ online: _online }, { world }) => world.restartGateway())),
    fc.constantFrom('the tab' as const, 'the gateway' as const).map((who) =>
      command(
        `${who} crashes in the middle of a launch`,
        async (model, real) => {
          const { world, keyIds } = real;
          world.api.hold();
          await press(model, real, 0);
          await world.settle();
          if (who === 'the gateway') {
            await world.crashGateway();
            model.next = { by: 'api', effect: { to: 'unknown', starts: true } };
          } else {
            world.closeTab();
            model.closeTab();
          }
          world.api.release();
          await world.settle();
          if (who === 'the gateway') model.drain();
          else await reopen(model, real);
          if (keyIds.length === 0) throw new Error('no keys');
        },
        (model) =>
          isPlain(model) &&
          model.online &&
          model.queue.length === 0 &&
          model.held() < 3 &&
          model.next.effect.to === 'running' &&
          model.next.by === 'api',
      ),
    ),
    fc.nat({ max: 1 }).map((key) =>
      command(
        `another browser launches with key ${key}`,
        async (model, real) => {
          const keyId = real.keyIds[key] ?? '';
          const id = await real.world.launchElsewhere(
            keyId,
            REPORT,
            JSON.stringify({ parameters: REQUEST.parameters }),
          );
          model.adopt(id, keyId);
          for (const tab of real.world.tabs) tab.setVisible(true);
          model.drain();
        },
        (model) =>
          canHear(model) &&
          model.revoked.size === 0 &&
          model.next.effect.to === 'running' &&
          model.next.by === 'api',
      ),
    ),
    onOne(
      'Run again, pressed twice,',
      ({ state }) => TERMINAL.includes(state),
      async (record, model, real) => {
        const stored = await real.world.store.get(record.id);
        if (stored === null) throw new Error(`${record.id} is gone`);
        const [made] = await Promise.all([desk(real).runAgain(stored), desk(real).runAgain(stored)]);
        model.press(made.id, record.key);
        model.drain();
      },
    ),
    onOne(
      'Treat as not started',
      ({ state }) => state === 'unknown',
      async (record, model, real) => {
        await desk(real).release(record.id);
        record.released = true;
        model.drain();
      },
    ),
    onOne(
      'Send now',
      ({ state }) => state === 'queued',
      async (record, model, real) => {
        await desk(real).sendNow(record.id);
        record.confirmed = true;
        model.drain();
      },
    ),
    onOne(
      'Remove card',
      ({ state }) => TERMINAL.includes(state),
      async (record, model, real) => {
        await desk(real).remove(record.id);
        model.remove([record]);
      },
    ),
    onOne(
      'Remove from queue, and Undo,',
      ({ state }) => state === 'queued',
      async (record, model, real) => {
        await desk(real).remove(record.id);
        await real.world.settle();
        model.remove([record]);
        model.drain();
        await desk(real).removals.undo();
        model.undo();
        model.drain();
      },
    ),
    fc.constant(
      command(
        'Undo',
        async (model, real) => {
          await desk(real).removals.undo();
          model.undo();
        },
        (model) => model.lastRemoved.length > 0,
      ),
    ),
    fc.constantFrom('earlier' as const, 'later' as const).chain((direction) =>
      onOne(
        `move ${direction}`,
        (record, model) =>
          record.state === 'queued' &&
          !model.queue.some(({ first }) => first) &&
          new Set(model.queue.map(({ pressedAt }) => pressedAt)).size === model.queue.length,
        async (record, model, real) => {
          await desk(real).move(record.id, direction);
          model.move(record, direction);
          model.drain();
        },
      ),
    ),
  ];

  async function unpause(model: RecordModel, { world }: Real) {
    for (const tab of world.tabs) {
      for (const id of tab.environment.status.snapshot().pausedKeys) tab.environment.status.resumeKey(id);
      tab.environment.status.setSignedOut(false);
    }
    await world.settle();
    for (const tab of model.tabs) {
      tab.paused.clear();
      tab.signedOut = false;
    }
    model.drain();
  }
}
