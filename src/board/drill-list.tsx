// The sandbox's drills: how to see each failure, on purpose.
import { useQuery } from '@tanstack/react-query';
import { drillsQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { useDrillForm } from './drill-form.ts';
import * as words from './drill-words.ts';
import styles from './drill-list.module.css';

/** `onLeave` is called before the form is gone to. */
export function DrillList({ onLeave }: { onLeave?: () => void }) {
  const { client } = useDesk().environment;
  const fillForm = useDrillForm();
  const drills = useQuery(drillsQuery(client));
  if (drills.isError) {
    return <p>{words.drillsNotRead}</p>;
  }
  if (drills.data === undefined) {
    return (
      <SkeletonRegion label={words.loadingDrills}>
        <SkeletonLines lines={6} />
      </SkeletonRegion>
    );
  }
  return (
    <ul className={styles['drills']}>
      {drills.data.map(({ kind, title, mailbox, key, steps }) => (
        <li key={`${kind} ${title} ${mailbox ?? ''}`} className={styles['drill']}>
          <strong>{title}</strong>
          {mailbox !== undefined && <span className={styles['where']}>{words.mailboxCalled(mailbox)}</span>}
          {key !== undefined && <span className={styles['where']}>{words.keyCalled(key)}</span>}
          <p>{steps}</p>
          {mailbox !== undefined && (
            <Button
              size="small"
              onClick={() => {
                onLeave?.();
                void fillForm({ mailbox, key });
              }}
            >
              {words.fillForm} <span className="visually-hidden">{words.forDrill(title)}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
