// The lines about a run that depend on the time, said alike on its card and on its page. Pure: `now` is epoch ms of the desk's
// clock.
import { expiresAt } from '#src/records/derived.ts';
import { isLongerThanUsual, restEstimate } from '#src/records/estimate.ts';
import type { HoldUp } from './queue.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { ShownState } from '#src/records/shown-state.ts';
import type { Usual } from '#src/records/usual.ts';
import { formatClockTime, formatDuration, formatEstimate, formatWhen } from '#src/ui/time-format.ts';
import { shownZone, zoneSuffix } from '#src/ui/zone-choice.ts';
import * as words from './words.ts';

/** Below this a duration is said in words. */
const MOMENT_MS = 5_000;

/** Why a queued launch waits. When it should go is said by forecast-text.ts, which is not needed to show a board. */
export function queueLine(holdUp: HoldUp | null): string {
  if (holdUp === null) return words.nextToBeSent;
  if (holdUp.kind === 'wait') {
    const zone = shownZone();
    return words.triedAgainAt(`${formatClockTime(holdUp.until, { timeZone: zone })}${zoneSuffix(zone)}`);
  }
  return words.holdUps[holdUp.kind];
}

/** How long a run takes so far, how long it still will, and whether that is more than what is `usual` for it. */
export function runningLine(record: RunRecord, now: number, usual: Usual | null = null): string {
  const elapsed = now - launchedAt(record);
  const rest = restEstimate(record, now, usual);
  return [
    elapsed < MOMENT_MS ? words.justStarted : words.goesOnFor(formatDuration(elapsed)),
    ...(rest === null ? [] : [words.left(formatEstimate(rest.lowMs, rest.highMs))]),
    ...(isLongerThanUsual(elapsed, usual) ? [words.longerThanUsual] : []),
  ].join(', ');
}

/** What a finished result holds. */
export function doneLine({ summary, mailbox }: RunRecord): string {
  if (summary === null) return words.readyToOpen;
  const { total, firstPage, more, cutoff } = summary;
  const rows = total === null && more ? words.moreThanRows(firstPage) : words.rows(total ?? firstPage);
  const at = cutoff === null ? Number.NaN : Date.parse(cutoff);
  if (cutoff === null) return words.final(rows);
  return Number.isNaN(at)
    ? words.stillOpen(rows)
    : words.dataUpTo(rows, formatClockTime(at, { timeZone: mailbox.timeZone }));
}

/**
 * How long the API keeps the result, or since when it no longer does. "About", because the documentation does not say whether its
 * 24 hours begin with the launch or with the end of the run: the earlier is taken (contract.md section 5).
 */
export function keptLine(record: RunRecord, state: ShownState, now: number): string {
  const at = expiresAt(record);
  const zone = shownZone(record.mailbox.timeZone);
  return state === 'expired'
    ? words.keptUntil(`${formatWhen(at, now, { timeZone: zone })}${zoneSuffix(zone)}`)
    : words.keptFor(formatDuration(Math.max(0, at - now)));
}
