// The record's life as design.md section 4 and protocol.md tell it, as plainly as it can be said: what the model-based test holds
// the desk against. Nothing here is taken from the code under test.
import type { ApiRunStatus } from './scripted-api.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const SLOTS = 3;
const HELD_BLINDLY_MS = 30 * MINUTE;
const RESULT_KEPT_MS = 24 * 60 * MINUTE;
const OLD_PRESS_MS = 30 * MINUTE;
const FRESH_PRESS_MS = 10 * MINUTE;
const FAULT_WAITS = [5, 10, 20, 40, 80, 120].map((seconds) => seconds * SECOND);
const LIMIT_WAITS = [60, 120, 240, 300].map((seconds) => seconds * SECOND);

export type ModelState =
  'queued' | 'sending' | 'running' | 'done' | 'failed' | 'refused' | 'unknown' | 'lost';
type Cause = 'fault' | 'limit' | 'budget' | 'other';

/** The answer that waits for the next launch: of the network, or of an API that lets the key in. */
export type Armed = { readonly by: 'network' | 'api'; readonly effect: Effect };

/** What an answer to a launch does, row by row of table 1. `proof`: the ledger proves that nothing left (table 2, `void`). */
export type Effect =
  | { readonly to: 'running' | 'done' | 'failed'; readonly starts: true }
  | { readonly to: 'unknown'; readonly starts: boolean; readonly queueWaitMs?: number }
  | { readonly to: 'refused'; readonly pauses?: 'key' }
  | { readonly to: 'proof' }
  | {
      readonly to: 'queued';
      readonly cause: Cause;
      readonly waitMs?: number;
      readonly first?: boolean;
      readonly pauses?: 'key' | 'sign-in';
      /** The wait is over by the clock alone: the end of a run gives no request back. */
      readonly untilTime?: true;
    };

export type ModelRecord = {
  readonly id: string;
  readonly key: string;
  readonly pressedAt: number;
  readonly elsewhere: boolean;
  state: ModelState;
  /** Times that it left the browser. */
  attempts: number;
  sentAt: number;
  notBefore: number;
  cause: Cause | null;
  waits: number;
  first: boolean;
  confirmed: boolean;
  released: boolean;
  /** Polls go on, and the last one did not blame the key. */
  followed: boolean;
  keyTrouble: boolean;
  missingSince: number | null;
  /** Queued: when the API said that a limit was reached; the wait for it ends early when a run is seen to end. */
  limitedAt: number | null;
  endedAt: number | null;
  /** Which run of the API it is, null where there is none or nobody can tell. */
  run: number | null;
};

type ModelTab = {
  readonly startedAt: number;
  readonly paused: Set<string>;
  signedOut: boolean;
  queueHeldUntil: number;
};

/** Table 1, row 20. */
const REVOKED: Effect = { to: 'refused', pauses: 'key' };
const ACCEPTED: Armed = { by: 'api', effect: { to: 'running', starts: true } };

/** Makes it, with one tab open at `now` (epoch ms). */
export function createRecordModel(now: number) {
  const records: ModelRecord[] = [];
  const queue: ModelRecord[] = [];
  const removed = new Map<ModelRecord, number>();
  const truths: ApiRunStatus[] = [];
  const tabs: ModelTab[] = [];
  const model = {
    now,
    online: true,
    revoked: new Set<string>(),
    /** What the next launch that leaves is answered with. */
    next: ACCEPTED as Armed,
    lastRemoved: [] as readonly ModelRecord[],
    records,
    queue,
    truths,
    tabs,
    /** Forgets what was removed and launched more than 48 hours ago. */
    openTab() {
      const isKept = ({ sentAt, pressedAt }: ModelRecord) =>
        model.now - (sentAt === 0 ? pressedAt : sentAt) <= 2 * RESULT_KEPT_MS;
      model.lastRemoved = model.lastRemoved.filter(isKept);
      tabs.push({ startedAt: model.now, paused: new Set(), signedOut: false, queueHeldUntil: 0 });
    },
    /** The oldest one: what was removed there last is not offered back any more. */
    closeTab() {
      tabs.shift();
      model.lastRemoved = [];
    },
    press(id: string, key: string) {
      const made: ModelRecord = { ...fresh(id, key), pressedAt: model.now };
      records.push(made);
      queue.push(made);
    },
    adopt(id: string, key: string) {
      truths.push('running');
      const run = truths.length - 1;
      records.push({ ...fresh(id, key), elsewhere: true, state: 'running', sentAt: model.now, run });
    },
    isExpired: ({ state, sentAt }: ModelRecord) =>
      (state === 'done' || state === 'running') && model.now - sentAt >= RESULT_KEPT_MS,
    held: () => records.filter(holds).length,
    drain,
    pass,
    check,
    /** The machine sleeps for `ms`, and every run that is followed is asked about when it wakes. */
    sleep(ms: number) {
      model.now += ms;
      for (const record of records) if (!record.keyTrouble && isAskedAbout(record)) look(record);
      drain();
    },
    move(record: ModelRecord, direction: 'earlier' | 'later') {
      const from = queue.indexOf(record);
      const to = direction === 'earlier' ? from - 1 : from + 1;
      if (to < 0 || to >= queue.length) return;
      queue.splice(from, 1);
      queue.splice(to, 0, record);
    },
    remove(gone: readonly ModelRecord[]) {
      for (const record of gone) {
        records.splice(records.indexOf(record), 1);
        const place = queue.indexOf(record);
        removed.set(record, place);
        if (place !== -1) queue.splice(place, 1);
      }
      model.lastRemoved = gone;
    },
    undo() {
      for (const record of model.lastRemoved.toReversed()) {
        records.push(record);
        // What the API has sent back in the meantime stays first in line.
        const behind = record.first ? 0 : queue.filter(({ first }) => first).length;
        const place = Math.max(behind, removed.get(record) ?? 0);
        if (record.state === 'queued') queue.splice(place, 0, record);
      }
      model.lastRemoved = [];
    },
  };
  model.openTab();
  return model;

  function fresh(id: string, key: string): ModelRecord {
    return {
      id,
      key,
      pressedAt: model.now,
      elsewhere: false,
      state: 'queued',
      attempts: 0,
      sentAt: 0,
      notBefore: 0,
      cause: null,
      waits: 0,
      first: false,
      confirmed: false,
      released: false,
      followed: true,
      keyTrouble: false,
      missingSince: null,
      limitedAt: null,
      endedAt: null,
      run: null,
    };
  }

  /** A run that can be polled holds its slot to its end, one that cannot for half an hour. */
  function holds(record: ModelRecord): boolean {
    if ((record.state !== 'running' && record.state !== 'unknown') || record.released) return false;
    const paused = tabs.some((tab) => tab.paused.has(record.key));
    const canLook = record.state === 'running' && record.followed && !record.keyTrouble && !paused;
    return model.now < record.sentAt + (canLook ? RESULT_KEPT_MS : HELD_BLINDLY_MS);
  }

  function ownWait({ notBefore, limitedAt }: ModelRecord): number {
    const isOver = limitedAt !== null && records.some(({ endedAt }) => (endedAt ?? 0) > limitedAt);
    return isOver ? 0 : notBefore;
  }

  /** What each open tab would send now. */
  function sendable(): { record: ModelRecord; tab: ModelTab } | null {
    for (const tab of tabs) {
      if (tab.signedOut) continue;
      for (const record of queue) {
        const isOld = !record.confirmed && tab.startedAt - record.pressedAt > OLD_PRESS_MS;
        if (isOld || tab.paused.has(record.key)) continue;
        const waits = model.now < Math.max(ownWait(record), tab.queueHeldUntil);
        if (waits || model.held() >= SLOTS) break;
        return { record, tab };
      }
    }
    return null;
  }

  function wait(record: ModelRecord, cause: Cause, waitMs: number | undefined) {
    record.waits = record.cause === cause ? record.waits : 0;
    const series = cause === 'fault' ? FAULT_WAITS : LIMIT_WAITS;
    const own =
      cause === 'fault' || cause === 'limit' ? series[Math.min(record.waits, series.length - 1)] : 0;
    record.notBefore = model.now + (waitMs ?? own ?? 0);
    record.cause = cause;
    record.limitedAt = cause === 'limit' ? model.now : null;
    record.waits += 1;
  }

  /** Everything that needs no time: launches leave until something holds the queue up. */
  function drain() {
    for (let next = sendable(); next !== null; next = sendable()) {
      if (model.online) send(next.record, next.tab);
      else {
        wait(next.record, 'fault', undefined);
        // No gateway is everybody's trouble, not this launch's alone.
        next.tab.queueHeldUntil = next.record.notBefore;
      }
    }
  }

  function send(record: ModelRecord, tab: ModelTab) {
    const isKeptOut = model.next.by === 'api' && model.revoked.has(record.key);
    const effect = isKeptOut ? REVOKED : model.next.effect;
    if (!isKeptOut) model.next = ACCEPTED;
    record.attempts += 1;
    record.sentAt = model.now;
    if (effect.to === 'proof') {
      // At once where it is the first fault in a row, else one step behind the faults before it.
      const faults = record.cause === 'fault' ? record.waits : 0;
      wait(record, 'fault', faults === 0 ? 0 : FAULT_WAITS[Math.min(faults, FAULT_WAITS.length) - 1]);
      if (model.now - record.pressedAt >= FRESH_PRESS_MS) leave(record, 'refused');
      return;
    }
    if (effect.to === 'queued') {
      wait(record, effect.cause, effect.waitMs ?? (effect.pauses === undefined ? undefined : 0));
      if (effect.first === true) toFront(record);
      if (effect.untilTime === true) record.limitedAt = null;
    } else {
      leave(record, effect.to);
      if ('starts' in effect && effect.starts) {
        truths.push(effect.to === 'done' ? 'done' : effect.to === 'failed' ? 'error' : 'running');
        record.run = effect.to === 'unknown' ? null : truths.length - 1;
      }
      if (effect.to === 'unknown' && effect.queueWaitMs !== undefined) {
        tab.queueHeldUntil = model.now + effect.queueWaitMs;
      }
    }
    if ('pauses' in effect && effect.pauses === 'key') tab.paused.add(record.key);
    if ('pauses' in effect && effect.pauses === 'sign-in') tab.signedOut = true;
  }

  function leave(record: ModelRecord, state: ModelState) {
    record.state = state;
    record.first = false;
    if (state === 'done' || state === 'failed') record.endedAt = model.now;
    queue.splice(queue.indexOf(record), 1);
  }

  /** First in line, after those that were sent back before and pressed earlier. */
  function toFront(record: ModelRecord) {
    queue.splice(queue.indexOf(record), 1);
    record.first = true;
    const before = queue.findLastIndex((other) => other.first && other.pressedAt < record.pressedAt);
    queue.splice(before + 1, 0, record);
  }

  /** Whether some tab polls the run by itself. */
  function isAskedAbout({ state, followed, key }: ModelRecord): boolean {
    return (
      state === 'running' && followed && tabs.some(({ paused, signedOut }) => !signedOut && !paused.has(key))
    );
  }

  /** What a poll of the run finds, now. */
  function look(record: ModelRecord) {
    const truth = truths[record.run ?? -1] ?? 'gone';
    if (model.revoked.has(record.key)) {
      if (record.state === 'running') record.keyTrouble = true;
      for (const tab of tabs) tab.paused.add(record.key);
      return;
    }
    if (model.now - record.sentAt >= RESULT_KEPT_MS) return;
    if (truth === 'gone') {
      record.missingSince ??= model.now;
      if (record.state === 'lost' || model.now - record.missingSince >= MINUTE) lose(record);
      return;
    }
    record.keyTrouble = false;
    record.missingSince = null;
    record.state = truth === 'error' ? 'failed' : truth;
    record.endedAt = truth === 'running' ? null : model.now;
  }

  /** A run that was lost before has not ended anew, and lets no launch go that waits for an end. */
  function lose(record: ModelRecord) {
    if (record.state !== 'lost') record.endedAt = model.now;
    record.state = 'lost';
    record.followed = false;
  }

  /** *Check now*. */
  function check(record: ModelRecord) {
    record.followed = true;
    record.missingSince = null;
    look(record);
    drain();
  }

  /** `ms` go by, from one thing that is due to the next. */
  function pass(ms: number) {
    const end = model.now + ms;
    for (;;) {
      drain();
      const due = [
        ...queue.map(({ notBefore }) => notBefore),
        ...tabs.map(({ queueHeldUntil }) => queueHeldUntil),
        ...records.map(({ sentAt }) => sentAt + HELD_BLINDLY_MS),
        ...records.flatMap(({ missingSince, state }) =>
          missingSince === null || state !== 'running' ? [] : [missingSince + MINUTE],
        ),
      ].filter((at) => at > model.now && at <= end);
      model.now = Math.min(end, ...due);
      for (const record of records) {
        const { missingSince } = record;
        const isDue = missingSince !== null && model.now - missingSince >= MINUTE;
        if (isDue && isAskedAbout(record)) look(record);
      }
      if (due.length === 0) break;
    }
    drain();
  }
}

export type RecordModel = ReturnType<typeof createRecordModel>;
