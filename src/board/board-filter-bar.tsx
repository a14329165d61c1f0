// The choices above the cards: which runs, in which order, as cards or as a list.
import { useMemo } from 'react';
import { REPORTS, isReportId } from '#src/contract/reports.ts';
import type { RunRecord } from '#src/records/record.ts';
import { Button } from '#src/ui/button.tsx';
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LOCALE } from '#src/ui/locale.ts';
import { Select } from '#src/ui/select.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { hasFilter, NO_FILTERS, STATE_CHOICES } from './board-filter.ts';
import { isRunOrder } from './board-filter-order.ts';
import type { RunOrder } from './board-filter-order.ts';
import type { ChangeBoardView } from './board-filter-state.ts';
import type { BoardView } from './board-view.ts';
import * as words from './filter-words.ts';
import styles from './board-filter-bar.module.css';

/** Those that are worth a choice of their own; the list's headings offer the rest. */
const ORDERS: readonly (readonly [RunOrder, string])[] = [
  ['newest', words.newestFirst],
  ['oldest', words.oldestFirst],
  ['updated', words.recentlyUpdated],
  ['mailbox', words.byMailbox],
  ['report', words.byReport],
];

const LOOKS = [
  { value: 'cards', label: words.cards },
  { value: 'list', label: words.list },
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
      <div role="search" aria-label={words.runsOnTheBoard} className={styles['bar']}>
        <TextInput
          type="search"
          aria-label={words.findRun}
          placeholder={words.findRun}
          className={styles['find']}
          value={view.text}
          onChange={(event) => onChange({ text: event.target.value }, 'typed')}
        />
        <Select
          aria-label={words.state}
          className={styles['choice']}
          value={view.state}
          onChange={({ target }) =>
            onChange({ state: STATE_CHOICES.find((choice) => choice === target.value) ?? '' })
          }
        >
          <option value="">{words.allStates}</option>
          {STATE_CHOICES.map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </Select>
        <Select
          aria-label={words.report}
          className={styles['choice']}
          value={view.report}
          onChange={({ target }) => onChange({ report: isReportId(target.value) ? target.value : '' })}
        >
          <option value="">{words.allReports}</option>
          {REPORTS.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
        <Select
          aria-label={words.mailbox}
          className={styles['choice']}
          value={view.mailbox}
          onChange={({ target }) => onChange({ mailbox: target.value })}
        >
          <option value="">{words.allMailboxes}</option>
          {view.mailbox !== '' && !mailboxes.some(([id]) => id === view.mailbox) && (
            <option value={view.mailbox}>{words.mailboxWithoutRuns}</option>
          )}
          {mailboxes.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          aria-label={words.order}
          className={styles['choice']}
          value={view.order}
          onChange={({ target }) => onChange({ order: isRunOrder(target.value) ? target.value : 'newest' })}
        >
          {ORDERS.map(([order, name]) => (
            <option key={order} value={order}>
              {name}
            </option>
          ))}
          {!ORDERS.some(([order]) => order === view.order) && (
            <option value={view.order}>{words.byColumn}</option>
          )}
        </Select>
        <ChoiceGroup
          legend={words.showRunsAs}
          legendAt="hidden"
          look="segments"
          className={styles['look']}
          choices={LOOKS}
          value={view.look}
          onChange={(look) => onChange({ look })}
        />
        <div className={styles['seen']}>
          {/* Heard by those who type without seeing how the cards thin out. */}
          <p aria-live="polite">{filtered && words.seenOf(seen, records.length)}</p>
          {filtered && (
            <Button size="small" variant="quiet" onClick={() => onChange(NO_FILTERS)}>
              {words.clearFilters}
            </Button>
          )}
        </div>
      </div>
      {seen === 0 && (
        <EmptyState
          title={words.noRunMatches}
          icon="search"
          actions={<Button onClick={() => onChange(NO_FILTERS)}>{words.clearFilters}</Button>}
        >
          {words.noneWithAll}
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
