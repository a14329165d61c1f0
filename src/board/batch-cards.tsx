// Cards that were launched together stand together, under a heading that says how far they are. Its code comes when there are such cards.
import type { ReactNode } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { RunRecord } from '#src/records/record.ts';
import { Button } from '#src/ui/button.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { batchBlocks, batchInWords } from './batch-blocks.ts';
import * as words from './card-words.tsx';
import page from './board-page.module.css';
import styles from './batch-cards.module.css';

export type BatchCardsProps = {
  /** Those to show, in their order. */
  readonly shown: readonly RunRecord[];
  /** All there are. */
  readonly records: readonly RunRecord[];
  readonly card: (record: RunRecord) => ReactNode;
};

export function BatchCards({ shown, records, card }: BatchCardsProps) {
  return batchBlocks(shown, records).map(({ batch, cards, all }) =>
    batch === null ? (
      cards.map(card)
    ) : (
      <li key={batch} className={styles['batch']}>
        <BatchHeading batch={batch} records={all} />
        <ul className={page['cards']}>{cards.map(card)}</ul>
      </li>
    ),
  );
}

function BatchHeading({ batch, records }: { batch: string; records: readonly RunRecord[] }) {
  const desk = useDesk();
  const queued = records.filter(({ state }) => state === 'queued');
  const id = `batch-${batch}`;
  return (
    <div className={styles['heading']}>
      <Heading level={2} id={id} className={styles['title']}>
        {batchInWords(records)}
      </Heading>
      {queued.length > 0 && (
        <Button
          size="small"
          aria-describedby={id}
          onClick={() => {
            void desk.remove(...queued.map((record) => record.id));
            // The button goes with the cards: the focus stays on the page.
            document.getElementById('main')?.focus({ preventScroll: true });
          }}
        >
          {words.removeAll}
        </Button>
      )}
    </div>
  );
}
