// What of a result's rows can be put together into one figure, found by the names of its columns. Names are an open set, so they are
// only a first hint: tally.ts takes a pairing back where the rows do not bear it out.
import { wordsOf } from '#src/rows/column-labels.ts';
import type { ColumnUnit } from '#src/rows/column-units.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import { isSummable } from '#src/rows/count-columns.ts';
import { messages } from './words.ts';

type Named = {
  readonly id: string;
  readonly label: string;
  readonly unit: ColumnUnit | null;
  readonly digits: number;
};

/**
 * - `rows`: how many rows there are, where each is a message.
 * - `count`: whole numbers that may be added.
 * - `average`: combined by the count that it is an average over, never averaged again.
 * - `share`: worked out anew from the two counts that it is a share of.
 * - `single`: any other number. It stands for one row and is never combined.
 */
export type Measure = Named &
  (
    | { readonly kind: 'rows' }
    | { readonly kind: 'count' | 'single'; readonly key: string }
    | { readonly kind: 'average'; readonly key: string; readonly weight: string }
    | { readonly kind: 'share'; readonly key: string; readonly part: string; readonly whole: string }
  );

const AVERAGE = /^(?:average|avg|mean)$/;
const SHARE = /^(?:percent|percentage|pct|share|ratio|rate|fraction)$/;
/** Words that say how something is counted or timed, and not what. */
const FILLERS =
  /^(?:total|count|number|of|the|in|to|until|mailbox|user|business|working|opening|elapsed|wall|clock|hours?|minutes?|seconds?|milliseconds?|ms|time|duration|delay|length)$/;

/** "replies", "replied" and "reply" are one subject, and so are "closed", "closings" and "close". */
function stemOf(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '');
  return word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ings?|ed|es|s|e)$/, '');
}

/** What a name is about, whatever the order of its words. */
function subjectOf(words: readonly string[]): ReadonlySet<string> {
  const kept = words.filter((word) => !FILLERS.test(word) && !AVERAGE.test(word) && !SHARE.test(word));
  return new Set(kept.map(stemOf));
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((stem) => outer.has(stem));
}

type Subject = { readonly key: string; readonly subject: ReadonlySet<string> };

/** The measures of a result, in the order of its columns. */
export function measuresOf(columns: readonly ResultColumn[]): readonly Measure[] {
  const counts = columns.filter(isSummable).map(({ key }) => ({ key, subject: subjectOf(wordsOf(key)) }));
  const found = columns.filter(({ numeric }) => numeric).map((column) => measureOf(column, counts));
  return columns.some(({ key }) => key === 'messageId') ? [MESSAGES, ...found] : found;
}

const MESSAGES: Measure = { kind: 'rows', id: 'rows', label: messages, unit: null, digits: 0 };

function measureOf({ key, label, unit, digits }: ResultColumn, counts: readonly Subject[]): Measure {
  const named = { id: `field ${key}`, key, label, unit, digits };
  if (counts.some((count) => count.key === key)) return { ...named, kind: 'count' };
  const words = wordsOf(key);
  if (words.some((word) => AVERAGE.test(word))) {
    const weight = only(sameSubject(counts, subjectOf(words)));
    if (weight !== null) return { ...named, kind: 'average', weight };
  } else if (words.some((word) => SHARE.test(word))) {
    const pair = shareOf(subjectOf(words), counts);
    if (pair !== null) return { ...named, ...pair, kind: 'share', unit: 'percent', digits: 1 };
  }
  return { ...named, kind: 'single' };
}

function sameSubject(counts: readonly Subject[], subject: ReadonlySet<string>): readonly Subject[] {
  return counts.filter((count) => count.subject.size === subject.size && isWithin(count.subject, subject));
}

/** Two that fit are none: nothing tells which was meant. */
function only(found: readonly Subject[]): string | null {
  return found.length === 1 ? (found[0]?.key ?? null) : null;
}

/** The part is called like the share, the whole by the most of its words: "replies inside SLA" of "replies". */
function shareOf(
  subject: ReadonlySet<string>,
  counts: readonly Subject[],
): { part: string; whole: string } | null {
  const part = only(sameSubject(counts, subject));
  const wider = counts.filter(
    (count) =>
      count.subject.size > 0 && count.subject.size < subject.size && isWithin(count.subject, subject),
  );
  const most = Math.max(...wider.map((count) => count.subject.size));
  const whole = only(wider.filter((count) => count.subject.size === most));
  return part === null || whole === null ? null : { part, whole };
}

/** Measures in one family are drawn against one scale. */
export type Family = 'number' | 'percent' | 'duration';

export function familyOf({ unit }: Measure): Family {
  if (unit === null) return 'number';
  return unit === 'percent' || unit === 'share' ? 'percent' : 'duration';
}
