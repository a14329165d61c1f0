// The launch for the period before another one, the same in everything but its range; or why there is none.
import { reportOf } from '#src/contract/reports.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import type { RangePreset } from '#src/range/range-presets.ts';
import type { Weekday } from '#src/range/week-start.ts';
import { EARLIEST } from './build-request.ts';
import type { ReadyLaunch } from './build-request.ts';
import { rangeBefore } from './compare-range.ts';
import { periodInWords, periodsOf } from './preview.ts';
import * as words from './summary-words.tsx';

/** `note` is what the operator should know of it, null where there is nothing to say. */
export type Companion =
  | { readonly kind: 'ready'; readonly launch: ReadyLaunch; readonly note: string | null }
  | { readonly kind: 'none'; readonly why: string };

/** How the range was chosen. */
export type CompanionRange = { readonly preset: RangePreset; readonly weekStart: Weekday };

/** Kept as it was chosen: what it means for messages is not documented (contract.md section 8). */
const SUFFIX = /(?:Z|[+-]\d\d:?\d\d)?$/i;

/** The launch that the figures of `launch` are compared with. */
export function companionOf(launch: ReadyLaunch, { preset, weekStart }: CompanionRange): Companion {
  const { report, parameters } = launch.request;
  const { timeZone } = launch.mailbox;
  const names = reportOf(report).family === 'messages' ? MESSAGE_ENDS : PERFORMANCE_ENDS;
  const [start, end] = [parameters[names.start], parameters[names.end]];
  if (typeof start !== 'string' || typeof end !== 'string') {
    return none(words.noEnds);
  }
  const own = periodsOf(launch.request, timeZone, weekStart);
  const range = { start: start.replace(SUFFIX, ''), end: end.replace(SUFFIX, '') };
  const before = rangeBefore(range, preset, { period: own?.period ?? null, timeZone, weekStart });
  if (before.start < EARLIEST) return none(words.tooEarly);
  const request: LaunchRequest = {
    ...launch.request,
    parameters: {
      ...parameters,
      [names.start]: before.start + (SUFFIX.exec(start)?.[0] ?? ''),
      [names.end]: before.end + (SUFFIX.exec(end)?.[0] ?? ''),
    },
  };
  const periods = periodsOf(request, timeZone, weekStart);
  if (own === null || periods === null) return { kind: 'ready', launch: { ...launch, request }, note: null };
  if (periods.first.start === own.first.start) {
    return none(words.samePeriod(own.period));
  }
  // A row begins with the period that contains the start, so one that both ranges touch is in both results.
  const shared = periods.last.start >= own.first.start ? periodInWords(own.first, own.period) : null;
  const note = shared === null ? null : words.bothCount(own.period, shared);
  return { kind: 'ready', launch: { ...launch, request }, note };
}

const PERFORMANCE_ENDS = { start: 'start', end: 'end' } as const;
const MESSAGE_ENDS = { start: 'activityStart', end: 'activityEnd' } as const;

function none(why: string): Companion {
  return { kind: 'none', why };
}
