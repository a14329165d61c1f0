// The board in one line: how many of each.
import type { RunRecord } from '#src/records/record.ts';
import { formatNumber } from '#src/ui/number-format.ts';
import type { BoardGroup } from './board-order.ts';
import * as words from './words.ts';
import styles from './board-page.module.css';

export function BoardSummary({
  records,
  groups,
}: {
  records: readonly RunRecord[];
  groups: ReadonlyMap<BoardGroup, readonly RunRecord[]>;
}) {
  const size = (group: BoardGroup) => groups.get(group)?.length ?? 0;
  const counts = [
    { name: words.running, count: size('running') },
    { name: words.notSure, count: records.filter((record) => record.state === 'unknown').length },
    { name: words.queued, count: size('queued') },
    { name: words.done, count: size('done') },
    { name: words.needsYou, count: size('needs-you') },
  ];
  return (
    <p className={styles['counts']}>
      {counts.map(({ name, count }) => (
        <span key={name} className={styles['count']} data-any={count > 0}>
          {name} {formatNumber(count)}
        </span>
      ))}
    </p>
  );
}
