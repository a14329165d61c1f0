// What is new about runs, told once a tab: as it happens while the page is looked at; while it is hidden only ends, and these once
// more in sum when somebody looks again. Stands outside React, so that no page's coming and going tells anything twice.
import type { RunEnvironment } from '#src/runs/environment.ts';
import { isEnd, runChanges } from '#src/records/changes.ts';
import type { RunChange } from '#src/records/changes.ts';
import type { RunState } from '#src/records/record.ts';

export type RunNotice =
  /** Something changed while the page is looked at. */
  | { readonly type: 'seen'; readonly change: RunChange }
  /** A run ended while the page is hidden. */
  | { readonly type: 'unseen'; readonly change: RunChange }
  /** The page is looked at again; so much ended meanwhile. */
  | { readonly type: 'back'; readonly changes: readonly RunChange[] };

export type RunNotices = {
  /** The first listener is told first what happened before it came. */
  listen: (listener: (notice: RunNotice) => void) => () => void;
  /** How many runs ended and were not looked at yet. */
  unseen: () => number;
  /** Calls `listener` when that number changes. */
  subscribe: (listener: () => void) => () => void;
  stop: () => void;
};

/** So many notices wait for the code that tells them, which comes once the page stands, or never. */
const MOST_EARLY = 20;

/** What is there when the records are first read is no news. */
export function createRunNotices({
  records,
  visibility,
  clock,
}: Pick<RunEnvironment, 'records' | 'visibility' | 'clock'>): RunNotices {
  const hearers = new Set<(notice: RunNotice) => void>();
  const counters = new Set<() => void>();
  const known = new Map<string, RunState>();
  /** By record: a run that ended in doubt and was found since counts once. */
  const unseen = new Map<string, RunChange>();
  let since: number | null = null;
  /** What nobody could hear yet; null once somebody listened. */
  let early: RunNotice[] | null = [];

  function tell(notice: RunNotice) {
    if (early !== null && early.length < MOST_EARLY) early.push(notice);
    for (const hearer of hearers) hearer(notice);
  }

  function count() {
    for (const counter of counters) counter();
  }

  function learn() {
    for (const { id, state } of records.all()) known.set(id, state);
  }

  function begin() {
    learn();
    since = clock.now();
  }

  function take(change: RunChange) {
    if (visibility.visible()) {
      tell({ type: 'seen', change });
      return;
    }
    if (isEnd(change)) unseen.set(change.record.id, change);
    else unseen.delete(change.record.id);
    count();
    if (isEnd(change)) tell({ type: 'unseen', change });
  }

  function look() {
    if (!visibility.visible() || unseen.size === 0) return;
    const changes = [...unseen.values()];
    unseen.clear();
    count();
    tell({ type: 'back', changes });
  }

  void records.loaded.then(begin, begin);
  const endings = [
    visibility.subscribe(look),
    records.subscribe(() => {
      if (since === null) return;
      const changes = runChanges(records.all(), known, since);
      learn();
      for (const change of changes) take(change);
    }),
  ];

  return {
    listen(listener) {
      for (const notice of early ?? []) listener(notice);
      early = null;
      hearers.add(listener);
      return () => {
        hearers.delete(listener);
      };
    },
    unseen: () => unseen.size,
    subscribe(listener) {
      counters.add(listener);
      return () => {
        counters.delete(listener);
      };
    },
    stop() {
      for (const end of endings) end();
    },
  };
}
