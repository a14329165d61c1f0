// The sandbox's drills: how to see each failure, on purpose.
import { useQuery } from '@tanstack/react-query';
import { drillsQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import styles from './drills-dialog.module.css';

export function DrillsDialog({ onClose }: { onClose: () => void }) {
  const { client } = useDesk().environment;
  const drills = useQuery(drillsQuery(client));
  return (
    <Dialog open size="large" title="Drills: see each failure on purpose" onClose={onClose}>
      {drills.isPending && (
        <SkeletonRegion label="Loading the drills">
          <SkeletonLines lines={6} />
        </SkeletonRegion>
      )}
      {drills.isError && (
        <p>The list of drills could not be read. Close this and open it again to read it once more.</p>
      )}
      {drills.data !== undefined && (
        <ul className={styles['drills']}>
          {drills.data.map((drill) => (
            <li key={`${drill.kind} ${drill.title} ${drill.mailbox ?? ''}`} className={styles['drill']}>
              <strong>{drill.title}</strong>
              {drill.mailbox !== undefined && (
                <span className={styles['where']}>Mailbox “{drill.mailbox}”</span>
              )}
              {drill.key !== undefined && <span className={styles['where']}>Key “{drill.key}”</span>}
              <p>{drill.steps}</p>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
