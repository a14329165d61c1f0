// What the slots panel says of each slot. Pure: `now` is epoch ms of the desk's clock.
import { LONGEST_RUN_MS } from '#src/contract/limits.ts';
import { canLook, isOverdue, slotHeldUntil } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { formatAhead } from '#src/runs/forecast-text.ts';
import { isKnown, slotEnd } from '#src/runs/forecast.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { formatClockTime, formatDuration, zoneLabel } from '#src/ui/time-format.ts';
import { shownZone, zoneSuffix } from '#src/ui/zone-choice.ts';
import * as boardWords from './words.ts';
import * as words from './slots-words.ts';

/** A run whose end was seen this recently may still be in the gateway's count, which is read every few seconds. */
const COUNT_LAGS_MS = 15_000;

/** Why the end of the run cannot be seen. */
function blindness(record: RunRecord, keys: LoadedKeys): string {
  if (record.state === 'unknown') {
    return record.failure?.kind === 'started-without-link' ? words.blind.linkLost : words.blind.notKnown;
  }
  if (!keys.has(record.keyId)) return words.blind.keyNotLoaded;
  return record.polling === 'stopped' ? words.blind.updatesStopped : words.blind.notOpened;
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
  const at = formatClockTime(launched, { timeZone }) + zoneSuffix(timeZone);
  const since = elapsed < 60_000 ? words.since(at) : words.sinceFor(at, formatDuration(elapsed));
  if (record.state === 'sending') return `${since} ${boardWords.onItsWay}`;
  if (!canLook(record, keys)) {
    const until = `${formatClockTime(slotHeldUntil(record, keys), { timeZone })} ${zoneLabel(timeZone)}`;
    return `${since} ${words.heldUntil(until, blindness(record, keys))}`;
  }
  if (isOverdue(record, now)) return `${since} ${words.longerThanNormal}`;
  const end = slotEnd(record, records, now, keys);
  return isKnown(end) ? `${since} ${words.shouldEnd(formatAhead(end, now))}` : since;
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
