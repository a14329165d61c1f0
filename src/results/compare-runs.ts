// Which runs a result can be put beside: those of the same report, counted by the same periods.
import { isExpired } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { describeRequest } from '#src/records/describe-request.ts';
import { formatWhen } from '#src/ui/time-format.ts';
import * as words from './compare-words.ts';

/** The run that was launched to be compared with `record`, or the one that `record` was launched to be compared with. */
export function companionOf(record: RunRecord, records: readonly RunRecord[]): RunRecord | null {
  const { id, comparedWith = null } = record;
  return (
    records.find((other) => other.id === comparedWith) ??
    records.find((other) => other.comparedWith === id) ??
    null
  );
}

function isAlike(record: RunRecord, other: RunRecord): boolean {
  return (
    other.id !== record.id &&
    other.request.report === record.request.report &&
    other.request.parameters['period'] === record.request.parameters['period']
  );
}

/** Runs whose result can be opened now; the companion first, whatever has become of it. */
export function comparableRuns(
  record: RunRecord,
  records: readonly RunRecord[],
  keys: LoadedKeys,
  now: number,
): readonly RunRecord[] {
  const companion = companionOf(record, records);
  const others = records.filter(
    (other) =>
      isAlike(record, other) &&
      other.id !== companion?.id &&
      other.state === 'done' &&
      other.self !== null &&
      keys.has(other.keyId) &&
      !isExpired(other, now),
  );
  return companion !== null && isAlike(record, companion) ? [companion, ...others] : others;
}

/** "1–31 Jul 2026, by day, Toronto time, launched today 14:02": enough to tell runs apart. */
export function runChoiceText(record: RunRecord, other: RunRecord, now: number): string {
  const { name } = other.mailbox;
  const request = describeRequest(other);
  const when = formatWhen(launchedAt(other), now);
  return name === record.mailbox.name
    ? words.runLaunched(request, when)
    : words.runOfLaunched(name, request, when);
}
