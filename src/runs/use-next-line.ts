// What happens next with a run that is alive, with what earlier runs and the other slots say about when. It takes the forecast's
// code along, so the board loads it after its first paint.
import type { RunRecord } from '#src/records/record.ts';
import { usualOf } from '#src/records/usual.ts';
import { useDesk, useLiveValue } from './desk-context.tsx';
import { forecastLine } from './forecast-text.ts';
import { queueForecast } from './forecast.ts';
import { runningLine } from './live-text.ts';
import { holdUpOf } from './queue.ts';

/** The line for a record that is queued or running, said alike on its card and on its page; null for any other. */
export function useNextLine(record: RunRecord): string | null {
  const desk = useDesk();
  return useLiveValue((records, now) => {
    if (record.state === 'running') return runningLine(record, now, usualOf(record, records));
    if (record.state !== 'queued') return null;
    const situation = desk.situation();
    const holdUp = holdUpOf(record, records, situation);
    return forecastLine(holdUp, queueForecast(record, records, situation), situation.now);
  });
}
