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
import * as words from './frame-words.tsx';
import styles from './budget-dialog.module.css';

const CLASSES = ['launch', 'read', 'poll', 'prefetch'] as const satisfies readonly (keyof Usage['byClass'])[];

export function BudgetDialog({ onClose }: { onClose: () => void }) {
  const { client } = useDesk().environment;
  const usage = useQuery(usageQuery(client));
  return (
    <Dialog open title={words.whatUsedBudget} onClose={onClose}>
      <div className={styles['body']}>
        <p>{words.aboutBudget(formatNumber(usage.data?.limit ?? 100))}</p>
        {usage.data === undefined ? (
          <SkeletonRegion label={words.loadingUsage}>
            <SkeletonLines lines={4} />
          </SkeletonRegion>
        ) : (
          <>
            <Meter
              name={words.requestsOfDesk}
              label={words.used}
              value={Math.min(usage.data.used, usage.data.limit)}
              max={usage.data.limit}
              text={words.usedRequests(usage.data.used, usage.data.limit)}
            />
            <DefinitionList items={rowsOf(usage.data)} />
          </>
        )}
        {usage.isError && <p>{words.usageNotRead}</p>}
      </div>
    </Dialog>
  );
}

function rowsOf({ byClass }: Usage) {
  return CLASSES.map((key) => ({ term: words.usedFor[key], value: formatNumber(byClass[key]) }));
}
