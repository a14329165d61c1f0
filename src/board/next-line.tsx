// What happens next with a run that is alive, with what earlier runs and the other slots say about when. Its code comes after the
// first page's: until then a card says what it knows without.
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { forecastLine } from '#src/runs/forecast-words.ts';
import { queueForecast } from '#src/runs/forecast.ts';
import { runningLine } from '#src/runs/live-words.ts';
import { holdUpOf } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
import { usualOf } from '#src/records/usual.ts';
import { useClockValue } from '#src/ui/now.tsx';

/** The text for a record that is queued or running. */
export function NextLine({ record }: { record: RunRecord }) {
  const desk = useDesk();
  const records = useRecords();
  useDeskStatus();
  return useClockValue((now) => {
    if (record.state !== 'queued') return runningLine(record, now, usualOf(record, records));
    const situation = desk.situation();
    const holdUp = holdUpOf(record, records, situation);
    return forecastLine(holdUp, queueForecast(record, records, situation), situation.now);
  });
}
