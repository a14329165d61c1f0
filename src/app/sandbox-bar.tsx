// Says that this is the sandbox, and moves its time on, so that a result can be seen to expire without waiting a day.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { advanceSandbox, connectionKeys } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Time } from '#src/ui/time.tsx';
import { useNow } from '#src/ui/now.tsx';
import styles from './sandbox-bar.module.css';

const DrillsDialog = lazy(async () => ({ default: (await import('./drills-dialog.tsx')).DrillsDialog }));

const STEPS = [
  { advance: '5m', label: '+ 5 minutes' },
  { advance: '24h', label: '+ 24 hours' },
] as const;

export function SandboxBar() {
  const { client } = useDesk().environment;
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const now = useNow(60_000);
  const [drillsOpen, setDrillsOpen] = useState(false);
  const move = useMutation({
    mutationFn: (advance: string) => advanceSandbox(client, advance),
    onSuccess: async (_, advance) => {
      announce(`The sandbox's time was moved on by ${advance}.`);
      await queryClient.invalidateQueries({ queryKey: connectionKeys.config });
    },
  });
  return (
    <aside className={styles['bar']} aria-label="Sandbox">
      <p className={styles['say']}>
        <strong>Sandbox:</strong> nothing here touches a real account.
      </p>
      <div className={styles['tools']}>
        <span className={styles['clock']}>
          Its time: <Time at={now} show="absolute" />
        </span>
        {STEPS.map(({ advance, label }) => (
          <Button
            key={advance}
            size="small"
            variant="quiet"
            busy={move.isPending && move.variables === advance}
            aria-label={`Move the sandbox's time on, ${label}`}
            onClick={() => {
              move.mutate(advance);
            }}
          >
            {label}
          </Button>
        ))}
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            setDrillsOpen(true);
          }}
        >
          Drills
        </Button>
      </div>
      {move.isError && (
        <output className={styles['problem']}>
          The sandbox&apos;s time could not be moved. Check that this desk is running, then try again.
        </output>
      )}
      {drillsOpen && (
        <LazyPart>
          <DrillsDialog
            onClose={() => {
              setDrillsOpen(false);
            }}
          />
        </LazyPart>
      )}
    </aside>
  );
}
