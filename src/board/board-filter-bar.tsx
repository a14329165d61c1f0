// The choices above the cards: which runs, in which order, as cards or as a list.
import { useMemo } from 'react';
import { REPORTS, isReportId } from '#src/contract/reports.ts';
import type { RunRecord } from '#src/records/record.ts';
import { Button } from '#src/ui/button.tsx';
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LOCALE } from '#src/ui/locale.ts';
import { formatNumber, plural } from '#src/ui/number-format.ts';
import { Select } from '#src/ui/select.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { hasFilter, NO_FILTERS, STATE_CHOICES } from './board-filter.ts';
import { isRunOrder } from './board-filter-order.ts';
import type { RunOrder } from './board-filter-order.ts';
import type { ChangeBoardView } from './board-filter-state.ts';
import type { BoardView, StateChoice } from './board-view.ts';
import styles from './board-filter-bar.module.css';

const STATE_WORDS: Readonly<Record<StateChoice, string>> = {
  'needs-you': 'Needs you',
  running: 'Running',
  queued: 'Queued',
  done: 'Done',
  expired: 'Expired',
  elsewhere: 'From another browser',
};

/** Those that are worth a choice of their own; the list's headings offer the rest. */
const ORDERS: readonly (readonly [RunOrder, string])[] = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
  ['updated', 'Recently updated'],
  ['mailbox', 'By mailbox'],
  ['report', 'By report'],
];

const LOOKS = [
  { value: 'cards', label: 'Cards' },
  { value: 'list', label: 'List' },
] as const;

type BoardFilterBarProps = {
  readonly records: readonly RunRecord[];
  /** How many of them are seen. */
  readonly seen: number;
  readonly view: BoardView;
  readonly onChange: ChangeBoardView;
};

export function BoardFilterBar({ records, seen, view, onChange }: BoardFilterBarProps) {
  const mailboxes = useMemo(() => mailboxesOf(records), [records]);
  const filtered = hasFilter(view);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- not every browser that the desk runs in knows <search> */}
      <div role="search" aria-label="Runs on the board" className={styles['bar']}>
        <TextInput
          type="search"
          aria-label="Find a run"
          placeholder="Find a run"
          className={styles['find']}
          value={view.text}
          onChange={(event) => onChange({ text: event.target.value }, 'typed')}
        />
        <Select
          aria-label="State"
          className={styles['choice']}
          value={view.state}
          onChange={({ target }) =>
            onChange({ state: STATE_CHOICES.find((choice) => choice === target.value) ?? '' })
          }
        >
          <option value="">All states</option>
          {STATE_CHOICES.map((state) => (
            <option key={state} value={state}>
              {STATE_WORDS[state]}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Report"
          className={styles['choice']}
          value={view.report}
          onChange={({ target }) => onChange({ report: isReportId(target.value) ? target.value : '' })}
        >
          <option value="">All reports</option>
          {REPORTS.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Mailbox"
          className={styles['choice']}
          value={view.mailbox}
          onChange={({ target }) => onChange({ mailbox: target.value })}
        >
          <option value="">All mailboxes</option>
          {view.mailbox !== '' && !mailboxes.some(([id]) => id === view.mailbox) && (
            <option value={view.mailbox}>A mailbox without runs here</option>
          )}
          {mailboxes.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Order"
          className={styles['choice']}
          value={view.order}
          onChange={({ target }) => onChange({ order: isRunOrder(target.value) ? target.value : 'newest' })}
        >
          {ORDERS.map(([order, words]) => (
            <option key={order} value={order}>
              {words}
            </option>
          ))}
          {!ORDERS.some(([order]) => order === view.order) && <option value={view.order}>By a column</option>}
        </Select>
        <ChoiceGroup
          legend="Show runs as"
          hideLegend
          look="segments"
          className={styles['look']}
          choices={LOOKS}
          value={view.look}
          onChange={(look) => onChange({ look })}
        />
        <div className={styles['seen']}>
          {/* Heard by those who type without seeing how the cards thin out. */}
          <p aria-live="polite">
            {filtered && `${formatNumber(seen)} of ${plural(records.length, 'run', 'runs')}`}
          </p>
          {filtered && (
            <Button size="small" variant="quiet" onClick={() => onChange(NO_FILTERS)}>
              Clear filters
            </Button>
          )}
        </div>
      </div>
      {seen === 0 && (
        <EmptyState
          title="No run matches"
          icon="search"
          actions={<Button onClick={() => onChange(NO_FILTERS)}>Clear filters</Button>}
        >
          There are runs on the board, but none with all that was chosen above.
        </EmptyState>
      )}
    </>
  );
}

/** Id and name of each mailbox that has runs, by name; the name is the one that its newest run carries. */
function mailboxesOf(records: readonly RunRecord[]): (readonly [string, string])[] {
  const names = new Map<string, string>();
  for (const { request, mailbox } of records) {
    const { mailboxId } = request.parameters;
    if (!names.has(mailboxId)) names.set(mailboxId, mailbox.name);
  }
  return [...names].toSorted(([, left], [, right]) => left.localeCompare(right, LOCALE));
}
