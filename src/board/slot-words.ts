// What the slots panel says of each slot. Pure: `now` is epoch ms of the desk's clock.
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { canLook, isOverdue, slotHeldUntil } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { formatAhead } from '#src/runs/forecast-words.ts';
import { isKnown, slotEnd } from '#src/runs/forecast.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { formatClockTime, formatDuration, zoneLabel } from '#src/ui/time-format.ts';
import { shownZone, zoneSuffix } from '#src/ui/zone-choice.ts';

/** A run whose end was seen this recently may still be in the gateway's count, which is read every few seconds. */
const COUNT_LAGS_MS = 15_000;

/** Why the end of the run cannot be seen. */
function blindness(record: RunRecord, keys: LoadedKeys): string {
  if (record.state === 'unknown') {
    return record.failure?.kind === 'started-without-link'
      ? 'its link was lost, so its end cannot be seen'
      : 'nobody knows yet whether it started';
  }
  if (!keys.has(record.keyId)) return 'its key is not loaded, so its end cannot be seen';
  return record.polling === 'stopped'
    ? 'its updates have stopped, so its end cannot be seen'
    : 'its key does not open it, so its end cannot be seen';
}

/** Since when a record holds its slot, and until when it should. `keys` are those that work. */
export function slotLine(
  record: RunRecord,
  records: readonly RunRecord[],
  now: number,
  keys: LoadedKeys,
): string {
  const launched = launchedAt(record);
  const elapsed = now - launched;
  const timeZone = shownZone(record.mailbox.timeZone);
  const since = `Since ${formatClockTime(launched, { timeZone })}${zoneSuffix(timeZone)}${elapsed < 60_000 ? '' : `, for ${formatDuration(elapsed)}`}`;
  if (record.state === 'sending') return `${since}. On its way to Emailgistics.`;
  if (!canLook(record, keys)) {
    const until = `${formatClockTime(slotHeldUntil(record, keys), { timeZone })} ${zoneLabel(timeZone)}`;
    return `${since}. Held until ${until}: ${blindness(record, keys)}.`;
  }
  if (isOverdue(record, now)) return `${since}. Longer than runs normally take: when it ends is not known.`;
  const end = slotEnd(record, records, now, keys);
  return isKnown(end) ? `${since}. Should end ${formatAhead(end, now)}.` : `${since}.`;
}

/** Whether the gateway may count `record` among the runs that are alive, though it holds no slot here any more. */
function mayLinger(record: RunRecord, now: number): boolean {
  if (record.state === 'unknown' && record.released) return now - launchedAt(record) < LONGEST_RUN_MS;
  return record.endedAt !== null && now - record.endedAt < COUNT_LAGS_MS;
}

/** How many slots the gateway counts as `used` beyond those that the records explain; `held` is how many hold one. */
export function unseenSlots(used: number, held: number, records: readonly RunRecord[], now: number): number {
  return Math.max(0, used - held - records.filter((record) => mayLinger(record, now)).length);
}
