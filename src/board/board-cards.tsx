// The cards of the board. While the pointer is over them, or the keyboard in them, none moves.
import { memo, Suspense, useDeferredValue, useState } from 'react';
import type { FocusEvent, PointerEvent, SyntheticEvent } from 'react';
import { Link } from 'react-router';
import { CardBoundary } from '#src/failures/card-boundary.tsx';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { cardsOf } from './board-order.ts';
import type { BoardGroups } from './board-order.ts';
import { boardLate } from './late-parts.ts';
import { RunCard } from './run-card.tsx';
import { steadyOrder } from './steady-order.ts';
import * as words from './words.ts';
import styles from './board-page.module.css';

/** As many as a usual screen shows: they are painted before the others are worked out. */
const FIRST_CARDS = 12;

const BatchCards = boardLate.part(({ BatchCards }) => BatchCards);

type BoardCardsProps = {
  /** All there are. */
  readonly records: readonly RunRecord[];
  /** Those to show. */
  readonly groups: BoardGroups;
  readonly keys: LoadedKeys;
  /** The query string of the list of the same runs. */
  readonly listQuery: string;
};

export const BoardCards = memo(function BoardCards({ records, groups, keys, listQuery }: BoardCardsProps) {
  const { cards, folded } = cardsOf(groups);
  const { shown, hold } = useSteadyCards(cards, records, listQuery);
  const more = [...folded.values()].reduce((sum, count) => sum + count, 0);
  const needing = folded.get('needs-you') ?? 0;
  // Where the code for batches cannot be had, their cards stand as others do.
  const hasBatches = boardLate.useCode() !== 'missing' && shown.some(({ batch }) => batch !== null);
  const whole = useDeferredValue(true, false);
  const first = new Set(whole ? [] : shown.slice(0, FIRST_CARDS));
  const card = (record: RunRecord) => (
    <BoardCard key={record.id} record={record} keys={keys} here={whole || first.has(record)} />
  );
  return (
    <>
      <ul className={styles['cards']} {...hold}>
        {hasBatches ? (
          <Suspense fallback={shown.map(card)}>
            <BatchCards shown={shown} records={records} card={card} />
          </Suspense>
        ) : (
          shown.map(card)
        )}
      </ul>
      {more > 0 && (
        <p className={styles['more']}>
          {needing > 0 ? words.andMoreNeedYou(more, needing) : words.andMore(more)}
          {' · '}
          <Link to={{ search: listQuery }}>{words.showAll}</Link>
        </p>
      )}
    </>
  );
});

type BoardCardProps = {
  readonly record: RunRecord;
  readonly keys: LoadedKeys;
  /** False while only its room is. */
  readonly here: boolean;
};

/** Rendered anew only for its own record. */
const BoardCard = memo(function BoardCard({ record, keys, here }: BoardCardProps) {
  return (
    <li data-run={record.id}>
      {here && (
        <CardBoundary shown={words.cardOfOneRun} resetKey={`${record.state} ${record.checkedAt}`}>
          <RunCard record={record} keys={keys} />
        </CardBoundary>
      )}
    </li>
  );
});

/** Id of the card that an event is on, null between cards. */
function cardAt({ target }: SyntheticEvent): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-run]')?.dataset['run'] ?? null)
    : null;
}

/** `view` names what is shown: another choice of cards begins anew. */
function useSteadyCards(cards: readonly RunRecord[], records: readonly RunRecord[], view: string) {
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = cards.map(({ id }) => id);
  const [before, setBefore] = useState({ ids: wanted, view });

  const byId = new Map(records.map((record) => [record.id, record]));
  const exists = (id: string) => byId.has(id);
  // A card that went with the focus in it tells nobody that the focus is gone.
  const under = pointed ?? (focused !== null && exists(focused) ? focused : null);
  const ids =
    under === null || view !== before.view ? wanted : steadyOrder(before.ids, wanted, under, exists);
  const isSame = ids.length === before.ids.length && ids.every((id, place) => id === before.ids[place]);
  if (!isSame || view !== before.view) setBefore({ ids, view });

  return {
    shown: ids.flatMap((id) => byId.get(id) ?? []),
    hold: {
      onPointerOver(event: PointerEvent) {
        // A finger points only while it presses.
        const card = event.pointerType === 'touch' ? null : cardAt(event);
        if (card !== null) setPointed(card);
      },
      onPointerLeave() {
        setPointed(null);
      },
      onFocus(event: FocusEvent) {
        // A pressed button keeps the focus long after the pointer has left.
        if (event.target.matches(':focus-visible')) setFocused(cardAt(event));
      },
      onBlur() {
        setFocused(null);
      },
    },
  };
}
