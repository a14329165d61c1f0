// The line above the table: words to look for, how many rows have them, and the way to filters, columns and copies.
import { useEffect } from 'react';
import { tabSeparated } from '#src/rows/row-text.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { formatNumber, plural } from '#src/ui/number-format.ts';
import { TextInput } from '#src/ui/text-input.tsx';
import type { TableState } from './table-state.ts';
import styles from './table-tools.module.css';

/** More rows than this are a file's business. */
const MOST_COPIED = 5_000;
/** Typing goes on: what is announced waits for its end. */
const ANNOUNCED_AFTER_MS = 700;

type TableToolsProps = {
  readonly table: TableState;
  readonly filtersOpen: boolean;
  readonly onFilters: () => void;
  readonly onColumns: () => void;
};

export function TableTools({ table, filtersOpen, onFilters, onColumns }: TableToolsProps) {
  const { choice, change, columns, loaded, view } = table;
  const matches = view.filtered ? matchLine(view.count, loaded) : null;
  useMatchAnnouncement(matches, view.busy);
  const hidden = columns.length - view.columns.length;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- not every browser knows the element
    <div className={styles['tools']} role="search" aria-label="Rows">
      <TextInput
        type="search"
        className={styles['find']}
        aria-label="Find in rows"
        placeholder="Find in rows"
        value={choice.text}
        onChange={(event) => {
          change({ text: event.target.value });
        }}
      />
      <Button size="small" variant="quiet" aria-expanded={filtersOpen} onClick={onFilters}>
        Filters{choice.filters.size > 0 && ` (${choice.filters.size})`}
      </Button>
      <Button size="small" variant="quiet" icon="table" aria-haspopup="dialog" onClick={onColumns}>
        Columns{hidden > 0 && ` (${formatNumber(hidden)} hidden)`}
      </Button>
      <CopyButton
        size="small"
        text={() =>
          tabSeparated(
            view.columns,
            Array.from({ length: view.count }, (_, place) => view.row(place)),
          )
        }
        disabledReason={
          view.count > MOST_COPIED
            ? `At most ${plural(MOST_COPIED, 'row', 'rows')} can be copied. Filter them, or export them.`
            : undefined
        }
      >
        Copy rows
      </CopyButton>
      {matches !== null && (
        <>
          <span className={styles['matches']}>{matches}</span>
          <Button
            size="small"
            variant="quiet"
            icon="close"
            onClick={() => {
              change({ text: '', filters: new Map() });
            }}
          >
            Clear filters
          </Button>
        </>
      )}
    </div>
  );
}

function matchLine(count: number, loaded: number): string {
  return `${formatNumber(count)} of ${plural(loaded, 'row', 'rows')}`;
}

/** Says how many rows are left once typing and filtering have come to an end. */
function useMatchAnnouncement(matches: string | null, busy: boolean): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (matches === null || busy) return undefined;
    const timer = setTimeout(() => announce(`${matches} match.`), ANNOUNCED_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [announce, matches, busy]);
}
