// A row of fields below the headings: which values each column lets through.
import { DURATION_MS, UNIT_SIGNS } from '#src/rows/column-units.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import { filterKindOf, rangeEnds, rangeOf } from '#src/rows/row-filter.ts';
import { classNames } from '#src/ui/class-names.ts';
import { Select } from '#src/ui/select.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { DrawnColumn } from './table-layout.ts';
import { stickyClass, stickyStyle } from './table-sticky.ts';
import styles from './result-table.module.css';

type TableFiltersProps = {
  readonly columns: readonly DrawnColumn[];
  readonly filters: ReadonlyMap<string, string>;
  /** Rows have a time of day, so that filters may too. */
  readonly byMinute: boolean;
  readonly onFilter: (key: string, filter: string) => void;
};

export function TableFilters({ columns, filters, byMinute, onFilter }: TableFiltersProps) {
  return (
    <tr aria-rowindex={2}>
      {columns.map((drawn) => {
        const { column, index } = drawn;
        return (
          <td
            key={column.key}
            aria-colindex={index}
            className={classNames(styles['filter'], stickyClass(drawn))}
            style={stickyStyle(drawn)}
          >
            <ColumnFilter
              column={column}
              filter={filters.get(column.key) ?? ''}
              byMinute={byMinute}
              onFilter={(filter) => {
                onFilter(column.key, filter);
              }}
            />
          </td>
        );
      })}
    </tr>
  );
}

type ColumnFilterProps = {
  readonly column: ResultColumn;
  readonly filter: string;
  readonly byMinute: boolean;
  readonly onFilter: (filter: string) => void;
};

function ColumnFilter({ column, filter, byMinute, onFilter }: ColumnFilterProps) {
  const kind = filterKindOf(column);
  if (kind === 'boolean') {
    return (
      <Select
        aria-label={`${column.label}, filter`}
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
      >
        <option value="">All</option>
        <option value="yes">Yes</option>
        <option value="no">No</option>
      </Select>
    );
  }
  if (kind === 'words') {
    return (
      <TextInput
        type="search"
        aria-label={`${column.label} contains`}
        placeholder="contains"
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
      />
    );
  }
  const [from, to] = rangeEnds(filter);
  const isTime = kind === 'time';
  const input = isTime ? { type: byMinute ? 'datetime-local' : 'date' } : { inputMode: 'decimal' as const };
  const [least, most] = isTime ? ['from', 'to'] : ['at least', 'at most'];
  return (
    <>
      <TextInput
        {...input}
        aria-label={`${column.label}, ${least}${rawUnit(column)}`}
        placeholder={least}
        value={from}
        onChange={(event) => onFilter(rangeOf(event.target.value, to))}
      />
      <TextInput
        {...input}
        aria-label={`${column.label}, ${most}${rawUnit(column)}`}
        placeholder={most}
        value={to}
        onChange={(event) => onFilter(rangeOf(from, event.target.value))}
      />
    </>
  );
}

/** Cells say "1 h 20 min"; filters take the numbers behind them. */
function rawUnit({ unit }: ResultColumn): string {
  if (unit === null) return '';
  return DURATION_MS[unit] === undefined
    ? `, ${unit === 'share' ? '0.62 for 62 %' : '%'}`
    : `, in ${UNIT_SIGNS[unit]}`;
}
