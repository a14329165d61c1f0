// The line above the table: words to look for, how many rows have them, and the way to filters, columns and copies.
import { useEffect } from 'react';
import { tabSeparated } from '#src/rows/row-text.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { TableState } from './table-state.ts';
import * as words from './table-words.tsx';
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
  const matches = view.filtered ? words.matching(view.count, loaded) : null;
  useMatchAnnouncement(matches, view.busy);
  const hidden = columns.length - view.columns.length;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- not every browser knows the element
    <div className={styles['tools']} role="search" aria-label={words.rows}>
      <TextInput
        type="search"
        className={styles['find']}
        aria-label={words.findInRows}
        placeholder={words.findInRows}
        value={choice.text}
        onChange={(event) => {
          change({ text: event.target.value });
        }}
      />
      <Button size="small" variant="quiet" aria-expanded={filtersOpen} onClick={onFilters}>
        {choice.filters.size > 0 ? words.filtersSet(choice.filters.size) : words.filters}
      </Button>
      <Button size="small" variant="quiet" icon="table" aria-haspopup="dialog" onClick={onColumns}>
        {hidden > 0 ? words.columnsHidden(hidden) : words.columns}
      </Button>
      <CopyButton
        size="small"
        text={() =>
          tabSeparated(
            view.columns,
            Array.from({ length: view.count }, (_, place) => view.row(place)),
          )
        }
        disabledReason={view.count > MOST_COPIED ? words.mostCopied(MOST_COPIED) : undefined}
      >
        {words.copyRows}
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
            {words.clearFilters}
          </Button>
        </>
      )}
    </div>
  );
}

/** Says how many rows are left once typing and filtering have come to an end. */
function useMatchAnnouncement(matches: string | null, busy: boolean): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (matches === null || busy) return undefined;
    const timer = setTimeout(() => announce(words.rowsMatch(matches)), ANNOUNCED_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [announce, matches, busy]);
}
