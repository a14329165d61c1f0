// The sandbox's drills: how to see each failure, on purpose.
import { useQuery } from '@tanstack/react-query';
import { drillsQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { useDrillForm } from './drill-form.ts';
import styles from './drill-list.module.css';

/** `onLeave` is called before the form is gone to. */
export function DrillList({ onLeave }: { onLeave?: () => void }) {
  const { client } = useDesk().environment;
  const fillForm = useDrillForm();
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
      {drills.data.map(({ kind, title, mailbox, key, steps }) => (
        <li key={`${kind} ${title} ${mailbox ?? ''}`} className={styles['drill']}>
          <strong>{title}</strong>
          {mailbox !== undefined && <span className={styles['where']}>Mailbox “{mailbox}”</span>}
          {key !== undefined && <span className={styles['where']}>Key “{key}”</span>}
          <p>{steps}</p>
          {mailbox !== undefined && (
            <Button
              size="small"
              onClick={() => {
                onLeave?.();
                void fillForm({ mailbox, key });
              }}
            >
              Fill the form <span className="visually-hidden">for {title}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
