// A row of fields below the headings: which values each column lets through.
import { DURATION_MS, UNIT_SIGNS } from '#src/rows/column-units.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import { filterKindOf, rangeEnds, rangeOf } from '#src/rows/row-filter.ts';
import { classNames } from '#src/ui/class-names.ts';
import { Select } from '#src/ui/select.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { DrawnColumn } from './table-layout.ts';
import { stickyClass, stickyStyle } from './table-sticky.ts';
import * as words from './table-words.tsx';
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
        aria-label={words.filterOf(column.label)}
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
      >
        <option value="">{words.all}</option>
        <option value="yes">{words.yes}</option>
        <option value="no">{words.no}</option>
      </Select>
    );
  }
  if (kind === 'words') {
    return (
      <TextInput
        type="search"
        aria-label={words.columnContains(column.label)}
        placeholder={words.contains}
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
      />
    );
  }
  const [from, to] = rangeEnds(filter);
  const isTime = kind === 'time';
  const input = isTime ? { type: byMinute ? 'datetime-local' : 'date' } : { inputMode: 'decimal' as const };
  const [least, most] = isTime ? [words.from, words.to] : [words.atLeast, words.atMost];
  return (
    <>
      <TextInput
        {...input}
        aria-label={boundLabel(column, least)}
        placeholder={least}
        value={from}
        onChange={(event) => onFilter(rangeOf(event.target.value, to))}
      />
      <TextInput
        {...input}
        aria-label={boundLabel(column, most)}
        placeholder={most}
        value={to}
        onChange={(event) => onFilter(rangeOf(from, event.target.value))}
      />
    </>
  );
}

/** Cells say "1 h 20 min"; filters take the numbers behind them. */
function boundLabel({ label, unit }: ResultColumn, end: string): string {
  if (unit === null) return words.bound(label, end);
  if (DURATION_MS[unit] !== undefined) return words.boundIn(label, end, words.inUnit(UNIT_SIGNS[unit]));
  return words.boundIn(label, end, unit === 'share' ? words.asShare : words.inPercent);
}
