// The button of a launch that waits for the operator's word.
import { useDesk, useLiveValue } from '#src/runs/desk-context.tsx';
import { holdUpOf } from '#src/runs/queue.ts';
import type { RunRecord } from '#src/records/record.ts';
import { Button } from '#src/ui/button.tsx';
import * as words from './send-now-words.ts';

export function SendNow({ record }: { record: RunRecord }) {
  const desk = useDesk();
  const waits = useLiveValue(
    (records) => record.state === 'queued' && holdUpOf(record, records, desk.situation())?.kind === 'stale',
  );
  if (!waits) return null;
  return (
    <Button size="small" variant="primary" onClick={() => void desk.sendNow(record.id)}>
      {words.sendNow}
    </Button>
  );
}
