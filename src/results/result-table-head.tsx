// The headings of the table: each sorts by its column.
import type { SortDirection } from '@tanstack/react-table';
import { classNames } from '#src/ui/class-names.ts';
import { Icon } from '#src/ui/icon.tsx';
import type { ResultColumn } from '#src/rows/columns.ts';
import styles from './result-table.module.css';

/** As much of react-table's header as is used here. */
type Header = {
  readonly id: string;
  readonly column: { getIsSorted(): SortDirection | false; toggleSorting(): void };
};

type ResultTableHeadProps = {
  /** One for each of `columns`, in their order. */
  readonly headers: readonly Header[];
  readonly columns: readonly ResultColumn[];
  readonly onSort: () => void;
};

const ARIA_SORT: Readonly<Record<SortDirection | 'none', 'ascending' | 'descending' | 'none'>> = {
  asc: 'ascending',
  desc: 'descending',
  none: 'none',
};

export function ResultTableHead({ headers, columns, onSort }: ResultTableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {headers.map((header, place) => {
          const sorted = header.column.getIsSorted();
          return (
            <th
              key={header.id}
              scope="col"
              className={classNames(styles['heading'], place === 0 && styles['corner'])}
              data-numeric={columns[place]?.numeric === true ? '' : undefined}
              aria-sort={ARIA_SORT[sorted === false ? 'none' : sorted]}
            >
              <button
                type="button"
                className={styles['sort']}
                title={columns[place]?.key}
                onClick={() => {
                  header.column.toggleSorting();
                  onSort();
                }}
              >
                <span className={styles['label']}>{columns[place]?.label}</span>
                <Icon
                  name="chevron"
                  className={classNames(styles['arrow'], sorted !== false && styles[sorted])}
                />
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
