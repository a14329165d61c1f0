// What used the request budget of the last minute, as far as this desk can know.
import { useQuery } from '@tanstack/react-query';
import { usageQuery } from '#src/connection/queries.ts';
import type { Usage } from '#src/contract/desk.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Meter } from '#src/ui/meter.tsx';
import { formatNumber } from '#src/ui/number-format.ts';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import styles from './budget-dialog.module.css';

const CLASSES = [
  { key: 'launch', term: 'Launches' },
  { key: 'read', term: 'Mailboxes and result pages' },
  { key: 'poll', term: 'Updates of runs' },
  { key: 'prefetch', term: 'Read ahead' },
] as const satisfies readonly { key: keyof Usage['byClass']; term: string }[];

export function BudgetDialog({ onClose }: { onClose: () => void }) {
  const { client } = useDesk().environment;
  const usage = useQuery(usageQuery(client));
  return (
    <Dialog open title="What used the budget" onClose={onClose}>
      <div className={styles['body']}>
        <p>
          An account may make {formatNumber(usage.data?.limit ?? 100)} requests in any minute, with all its
          keys and tools together. This desk counts its own; what other tools use cannot be seen from here.
        </p>
        {usage.data === undefined ? (
          <SkeletonRegion label="Loading what was used">
            <SkeletonLines lines={4} />
          </SkeletonRegion>
        ) : (
          <>
            <Meter
              name="Requests of this desk in the last minute"
              label="Used"
              value={Math.min(usage.data.used, usage.data.limit)}
              max={usage.data.limit}
              text={`${usage.data.used} of ${usage.data.limit} requests`}
            />
            <DefinitionList items={rowsOf(usage.data)} />
          </>
        )}
        {usage.isError && <p>The figures could not be read. They are asked for again every few seconds.</p>}
      </div>
    </Dialog>
  );
}

function rowsOf({ byClass }: Usage) {
  return CLASSES.map(({ key, term }) => ({ term, value: formatNumber(byClass[key]) }));
}
