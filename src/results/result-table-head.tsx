// The headings of the table: each sorts by its column; with Shift held, after the columns chosen before. Below them, where they are
// wanted, the filters.
import type { ReactNode } from 'react';
import type { RowSorting } from '#src/rows/sort-rows.ts';
import { classNames } from '#src/ui/class-names.ts';
import { Icon } from '#src/ui/icon.tsx';
import sort from '#src/ui/sort-heading.module.css';
import { sortBy } from './table-view.ts';
import type { DrawnColumn } from './table-layout.ts';
import { stickyClass, stickyStyle } from './table-sticky.ts';
import * as words from './table-words.tsx';
import styles from './result-table.module.css';

type ResultTableHeadProps = {
  readonly columns: readonly DrawnColumn[];
  readonly sorting: readonly RowSorting[];
  readonly onSort: (sorting: readonly RowSorting[]) => void;
  /** The row of filters. */
  readonly children?: ReactNode;
};

export function ResultTableHead({ columns, sorting, onSort, children }: ResultTableHeadProps) {
  return (
    <thead className={styles['head']}>
      <tr aria-rowindex={1}>
        {columns.map((drawn) => (
          <Heading key={drawn.column.key} drawn={drawn} sorting={sorting} onSort={onSort} />
        ))}
      </tr>
      {children}
    </thead>
  );
}

type HeadingProps = Pick<ResultTableHeadProps, 'sorting' | 'onSort'> & { readonly drawn: DrawnColumn };

function Heading({ drawn, sorting, onSort }: HeadingProps) {
  const { column, index } = drawn;
  const rank = sorting.findIndex(({ key }) => key === column.key);
  const descending = sorting[rank]?.descending;
  const direction = descending === undefined ? null : descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-colindex={index}
      className={classNames(styles['heading'], stickyClass(drawn))}
      style={stickyStyle(drawn)}
      data-numeric={column.numeric ? '' : undefined}
      // Only one column can be said to be sorted by; the others say it themselves.
      aria-sort={rank === 0 && direction !== null ? direction : 'none'}
    >
      <button
        type="button"
        className={classNames(sort['sort'], styles['sort'])}
        title={words.sortHint(column.key)}
        onClick={(event) => {
          onSort(sortBy(sorting, column, event.shiftKey));
        }}
        onKeyDown={(event) => {
          // Not every browser hands the Shift of a key on to the press that it makes.
          if (event.key !== 'Enter' || !event.shiftKey) return;
          event.preventDefault();
          onSort(sortBy(sorting, column, true));
        }}
      >
        <span className={styles['label']}>{column.label}</span>
        <Icon
          name="chevron"
          className={classNames(
            sort['arrow'],
            direction !== null && sort['chosen'],
            direction === 'ascending' && sort['up'],
          )}
        />
        {sorting.length > 1 && rank !== -1 && (
          <span className={styles['rank']} aria-hidden="true">
            {rank + 1}
          </span>
        )}
        {rank > 0 && direction !== null && (
          <span className="visually-hidden">{words.alsoSortedBy(direction, rank + 1)}</span>
        )}
      </button>
    </th>
  );
}
