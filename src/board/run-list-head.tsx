// The headings of the run list: one box for all rows, and for each column the order by it.
import { classNames } from '#src/ui/class-names.ts';
import { Icon } from '#src/ui/icon.tsx';
import sort from '#src/ui/sort-heading.module.css';
import type { RunOrder } from './board-filter-order.ts';
import { COLUMNS } from './run-list-columns.ts';
import type { RunSelection } from './run-list-selection.ts';
import * as words from './list-words.ts';
import styles from './run-list.module.css';

type RunListHeadProps = {
  readonly order: RunOrder;
  readonly onOrder: (order: RunOrder) => void;
  readonly selection: RunSelection;
  /** Runs in the list, in view or not. */
  readonly count: number;
};

export function RunListHead({ order, onOrder, selection, count }: RunListHeadProps) {
  const some = selection.selected.size > 0;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classNames(styles['heading'], styles['check'])}>
          <input
            type="checkbox"
            className={styles['box']}
            aria-label={words.selectAll(count)}
            checked={selection.all}
            ref={(box) => {
              if (box !== null) box.indeterminate = some && !selection.all;
            }}
            onChange={selection.toggleAll}
          />
        </th>
        {COLUMNS.map(({ name, orders: [first, turned], ascending }, place) => {
          const chosen = order === first || order === turned;
          const up = order === ascending;
          return (
            <th
              key={name}
              scope="col"
              className={classNames(styles['heading'], place === 0 && styles['corner'])}
              aria-sort={chosen ? (up ? 'ascending' : 'descending') : 'none'}
            >
              <button
                type="button"
                className={sort['sort']}
                onClick={() => onOrder(order === first ? turned : first)}
              >
                <span>{name}</span>
                <Icon
                  name="chevron"
                  className={classNames(sort['arrow'], chosen && sort['chosen'], chosen && up && sort['up'])}
                />
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
