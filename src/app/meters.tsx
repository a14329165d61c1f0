// How many slots and requests the account has in use, as far as this desk can know.
import { useQuery } from '@tanstack/react-query';
import { usageQuery } from '#src/connection/queries.ts';
import { CONCURRENT_RUNS, REQUESTS_PER_MINUTE } from '#src/contract/limits.ts';
import type { DeskConfig } from '#src/contract/desk.ts';
import { slotsHeld, workingKeys } from '#src/records/derived.ts';
import { useDesk, useLiveValue } from '#src/runs/desk-context.tsx';
import { Meter } from '#src/ui/meter.tsx';
import * as words from './words.ts';

export function Meters({ config }: { config: DeskConfig | undefined }) {
  const { client, status } = useDesk().environment;
  const usage = useQuery(usageQuery(client));
  const slots = config?.limits.concurrentRuns ?? CONCURRENT_RUNS;
  const held = useLiveValue((records, now) => {
    const keys = new Set(config?.keys.map((key) => key.id));
    return slotsHeld(records, now, workingKeys(keys, status.snapshot().pausedKeys));
  });
  const limit = usage.data?.limit ?? config?.limits.requestsPerMinute ?? REQUESTS_PER_MINUTE;
  return (
    <>
      <Meter
        name={words.slots}
        label={words.slots}
        look="segments"
        value={Math.min(held, slots)}
        max={slots}
        text={words.slotsInUse(held, slots)}
        tone={held >= slots ? 'waiting' : 'running'}
      />
      <Meter
        name={words.requestsInLastMinute}
        label={words.requests}
        value={Math.min(usage.data?.used ?? 0, limit)}
        max={limit}
        text={words.requestsThroughDesk(usage.data?.used ?? 0, limit)}
        tone={(usage.data?.used ?? 0) >= limit * 0.9 ? 'waiting' : 'running'}
      />
    </>
  );
}
