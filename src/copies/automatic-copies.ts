// Copies that the desk saves by itself, for the reports that the operator chose: while somebody looks, only with requests that
// nobody else of the account wants, one page after the other.
import { connectionKeys } from '#src/connection/queries.ts';
import type { Usage } from '#src/contract/desk.ts';
import { headOf } from '#src/exports/result-head.ts';
import { isExpired } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { loadedKeys } from '#src/runs/environment.ts';
import type { RunEnvironment } from '#src/runs/environment.ts';
import type { Copies } from './copies.ts';
import { wholeCopies } from './copy-list.ts';
import { copySettings } from './copy-settings.ts';
import { readResult } from './read-result.ts';

/** Share of the request budget that is left to people and to what they launch. */
const FREE_SHARE = 0.5;
/** Between two looks for something to save, in ms. */
const LOOK_EVERY_MS = 5_000;
/** Between two pages, in ms: a result of many pages must not fill the minute. */
const PAGE_EVERY_MS = 1_000;

/** What it stands on. */
type Needs = Pick<
  RunEnvironment,
  'client' | 'queryClient' | 'clock' | 'records' | 'status' | 'visibility' | 'sleep' | 'config' | 'online'
>;

/** Begins to look. Gives how to stop. */
export function saveAutomatically(
  environment: Needs,
  copies: Copies,
  settings: Pick<typeof copySettings, 'get'> = copySettings,
): () => void {
  const stopped = new AbortController();
  /** Results that could not be saved: they are left to the operator for this visit. */
  const failed = new Set<string>();

  function hasRoom(): boolean {
    const { status, visibility, online, queryClient } = environment;
    const usage = queryClient.getQueryData<Usage>(connectionKeys.usage);
    if (usage === undefined || !visibility.visible() || !online()) return false;
    return !status.snapshot().signedOut && usage.used < usage.limit * (1 - FREE_SHARE);
  }

  function isWanted({ id, state, self, keyId, request }: RunRecord): boolean {
    const { status } = environment;
    return (
      state === 'done' &&
      self !== null &&
      !failed.has(id) &&
      settings.get().automatic.some((report) => report === request.report) &&
      loadedKeys(environment).has(keyId) &&
      !status.snapshot().pausedKeys.has(keyId)
    );
  }

  function next(): RunRecord | undefined {
    const { clock, records } = environment;
    const { state } = copies.list();
    if (state !== 'ready' || !hasRoom()) return undefined;
    const whole = wholeCopies(copies.list());
    const now = clock.now();
    return records
      .all()
      .find((record) => isWanted(record) && !whole.has(record.id) && !isExpired(record, now));
  }

  async function waitForRoom() {
    await environment.sleep(PAGE_EVERY_MS);
    while (!stopped.signal.aborted && !hasRoom()) await environment.sleep(LOOK_EVERY_MS);
    stopped.signal.throwIfAborted();
  }

  async function save(record: RunRecord) {
    const upstream = environment.config.current()?.upstream ?? '';
    const { signal } = stopped;
    const gathered = await readResult(environment, record, {
      upstream,
      signal,
      ahead: true,
      onPage: ({ end }) => (end === 'more' ? waitForRoom() : undefined),
    });
    // A part is for the operator to decide on.
    if (gathered.end !== 'complete') failed.add(record.id);
    else {
      const head = headOf(record, gathered, environment.clock.now());
      const outcome = await copies.save({ head, rows: gathered.rows, source: 'automatic' }, signal);
      if (outcome === 'not-saved') failed.add(record.id);
    }
  }

  async function work() {
    await copies.open(environment.clock.now());
    while (!stopped.signal.aborted) {
      const record = next();
      if (record !== undefined) await save(record).catch(() => failed.add(record.id));
      await environment.sleep(LOOK_EVERY_MS);
    }
  }

  void work();
  return () => stopped.abort(new DOMException('Stopped', 'AbortError'));
}
