// The sandbox's drills: how to see each failure, on purpose.
import { useQuery } from '@tanstack/react-query';
import { drillsQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import styles from './drill-list.module.css';

export function DrillList() {
  const { client } = useDesk().environment;
  const drills = useQuery(drillsQuery(client));
  if (drills.isError) {
    return <p>The list of drills could not be read. Reload the page to read it once more.</p>;
  }
  if (drills.data === undefined) {
    return (
      <SkeletonRegion label="Loading the drills">
        <SkeletonLines lines={6} />
      </SkeletonRegion>
    );
  }
  return (
    <ul className={styles['drills']}>
      {drills.data.map((drill) => (
        <li key={`${drill.kind} ${drill.title} ${drill.mailbox ?? ''}`} className={styles['drill']}>
          <strong>{drill.title}</strong>
          {drill.mailbox !== undefined && <span className={styles['where']}>Mailbox “{drill.mailbox}”</span>}
          {drill.key !== undefined && <span className={styles['where']}>Key “{drill.key}”</span>}
          <p>{drill.steps}</p>
        </li>
      ))}
    </ul>
  );
}
