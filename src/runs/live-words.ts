// The lines about a run that depend on the time, said alike on its card and on its page. Pure: `now` is epoch ms of the desk's
// clock.
import { expiresAt } from '#src/records/derived.ts';
import { isLongerThanUsual, restEstimate } from '#src/records/estimate.ts';
import type { HoldUp } from './queue.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { ShownState } from '#src/records/shown-state.ts';
import type { Usual } from '#src/records/usual.ts';
import { plural } from '#src/ui/number-format.ts';
import { formatClockTime, formatDuration, formatEstimate, formatWhen } from '#src/ui/time-format.ts';
import { shownZone, zoneSuffix } from '#src/ui/zone-choice.ts';

/** Below this a duration is said in words. */
const MOMENT_MS = 5_000;

const HOLD_UPS: Readonly<Record<Exclude<HoldUp['kind'], 'wait'>, string>> = {
  'signed-out': 'Sent when you are signed in again.',
  stale: 'Queued long before this desk was opened. It waits for your word.',
  'needs-key': 'Sent when its key is loaded again.',
  'key-paused': 'Its key was refused. Sent when a working key is entered.',
  'slots-full': 'Sent when a slot is free.',
  behind: 'Sent after the launches before it.',
};

/** Why a queued launch waits. When it should go is said by forecast-words.ts, which is not needed to show a board. */
export function queueLine(holdUp: HoldUp | null): string {
  if (holdUp === null) return 'Next to be sent.';
  if (holdUp.kind === 'wait') {
    const zone = shownZone();
    return `Tried again at ${formatClockTime(holdUp.until, { timeZone: zone })}${zoneSuffix(zone)}.`;
  }
  return HOLD_UPS[holdUp.kind];
}

/** How long a run takes so far, how long it still will, and whether that is more than what is `usual` for it. */
export function runningLine(record: RunRecord, now: number, usual: Usual | null = null): string {
  const elapsed = now - launchedAt(record);
  const rest = restEstimate(record, now, usual);
  return [
    elapsed < MOMENT_MS ? 'Just started' : `${formatDuration(elapsed)} in`,
    ...(rest === null ? [] : [`${formatEstimate(rest.lowMs, rest.highMs)} left`]),
    ...(isLongerThanUsual(elapsed, usual) ? ['longer than usual'] : []),
  ].join(', ');
}

/** What a finished result holds. */
export function doneLine({ summary, mailbox }: RunRecord): string {
  if (summary === null) return 'Ready to open';
  const { total, firstPage, more, cutoff } = summary;
  const rows =
    total === null && more
      ? `more than ${plural(firstPage, 'row', 'rows')}`
      : plural(total ?? firstPage, 'row', 'rows');
  const at = cutoff === null ? Number.NaN : Date.parse(cutoff);
  if (cutoff === null) return `${rows} · Final`;
  return Number.isNaN(at)
    ? `${rows} · The last period is still open`
    : `${rows} · Data up to ${formatClockTime(at, { timeZone: mailbox.timeZone })}, mailbox time`;
}

/**
 * How long the API keeps the result, or since when it no longer does. "About", because the documentation does not say whether its
 * 24 hours begin with the launch or with the end of the run: the earlier is taken (contract.md section 5).
 */
export function keptLine(record: RunRecord, state: ShownState, now: number): string {
  const at = expiresAt(record);
  const zone = shownZone(record.mailbox.timeZone);
  return state === 'expired'
    ? `Kept until ${formatWhen(at, now, { timeZone: zone })}${zoneSuffix(zone)}`
    : `Result kept for about ${formatDuration(Math.max(0, at - now))}`;
}
