// What the palette can find: groups of entries, and which of them are shown for what was typed. Pure.
import type { IconName } from '#src/ui/icon.tsx';
import type { Tone } from '#src/ui/status.tsx';
import { scoreOf, wordsOf } from './find.ts';
import type { Searched } from './find.ts';
import type { ShortcutAct } from './shortcuts.ts';
import type { Verbs } from './verbs.ts';
import * as words from './words.ts';

export type Entry = {
  /** The same from visit to visit. */
  readonly id: string;
  readonly name: string;
  /** What is said beside the name. Asked for only when it is shown. */
  readonly note?: (() => string) | undefined;
  readonly icon: IconName;
  readonly tone?: Tone | undefined;
  /** The shortcut that does the same. */
  readonly shortcut?: ShortcutAct;
  readonly searched: () => Searched;
  /** What choosing it does. */
  readonly act: (verbs: Verbs) => void;
};

/** Addresses of the pages that it goes to. */
export type Page = '/' | '/launch' | '/copies' | '/connection' | '/preferences';

/** By how much the sandbox's time is moved on at once. */
export type SandboxStep = '5m' | '24h';

export type EntryGroup = { readonly name: string; readonly entries: readonly Entry[] };

export type Found = {
  readonly groups: readonly EntryGroup[];
  /** How many there are in all, of which the best are shown. */
  readonly count: number;
};

/** Of one group: more are found by another word sooner than by scrolling. */
const MOST_FOUND = 12;
const MOST_OFFERED = 5;

/** Groups that are offered whole. */
const WHOLE: readonly string[] = [words.pages, words.actions];

/** Before anything is typed: what was chosen lately, then a little of everything; pages and actions whole. */
export function offered(groups: readonly EntryGroup[], recent: readonly string[]): Found {
  const byId = new Map(groups.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry])));
  const lately = recent.map((id) => byId.get(id)).filter((entry) => entry !== undefined);
  const rest = groups.map(({ name, entries }) => ({
    name,
    entries: entries
      .filter((entry) => !lately.includes(entry))
      .slice(0, WHOLE.includes(name) ? entries.length : MOST_OFFERED),
  }));
  return counted([{ name: words.recent, entries: lately }, ...rest]);
}

/** What has every word of `query`: in each group the best first, and the group with the best of all on top. Equals keep their order. */
export function found(groups: readonly EntryGroup[], query: string, recent: readonly string[]): Found {
  const typed = wordsOf(query);
  if (typed.length === 0) return offered(groups, recent);
  let count = 0;
  const scored = groups.map(({ name, entries }) => {
    const hits = entries
      .map((entry) => ({ entry, score: scoreOf(entry.searched(), typed) }))
      .filter(({ score }) => score > 0)
      .toSorted(
        (left, right) =>
          right.score - left.score ||
          Number(recent.includes(right.entry.id)) - Number(recent.includes(left.entry.id)),
      );
    count += hits.length;
    const shown = hits.slice(0, MOST_FOUND).map(({ entry }) => entry);
    return { name, entries: shown, best: hits[0]?.score ?? 0 };
  });
  return { ...counted(scored.toSorted((left, right) => right.best - left.best)), count };
}

function counted(groups: readonly EntryGroup[]): Found {
  const filled = groups.filter(({ entries }) => entries.length > 0);
  return { groups: filled, count: filled.reduce((sum, { entries }) => sum + entries.length, 0) };
}
