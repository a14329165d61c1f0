// Which cards stand together because one press launched them, and what is said of them. Pure.
import type { RunRecord } from '#src/records/record.ts';
import { reportTitle } from '#src/records/describe-request.ts';
import * as words from './card-words.tsx';

/** Cards that follow each other: some without a batch, or those of one batch. */
export type BatchBlock = {
  readonly batch: string | null;
  readonly cards: readonly RunRecord[];
  /** All of the batch, also those that are not shown. */
  readonly all: readonly RunRecord[];
};

/** `shown` in blocks, in its order: a batch stands where its first card would. What is left alone of a batch is no batch. */
export function batchBlocks(shown: readonly RunRecord[], records: readonly RunRecord[]): BatchBlock[] {
  const batches = new Map<string, RunRecord[]>();
  for (const record of records) {
    if (record.batch !== null) batches.set(record.batch, [...(batches.get(record.batch) ?? []), record]);
  }
  const blocks: { batch: string | null; cards: RunRecord[]; all: readonly RunRecord[] }[] = [];
  const begun = new Map<string, RunRecord[]>();
  for (const record of shown) {
    const all = batches.get(record.batch ?? '') ?? [];
    const batch = all.length > 1 ? record.batch : null;
    const cards = batch === null ? plainEnd(blocks) : begun.get(batch);
    if (cards !== undefined) cards.push(record);
    else {
      const made = [record];
      if (batch !== null) begun.set(batch, made);
      blocks.push({ batch, cards: made, all });
    }
  }
  return blocks;
}

/** The cards of the last block, where it is of none. */
function plainEnd(
  blocks: readonly { readonly batch: string | null; readonly cards: RunRecord[] }[],
): RunRecord[] | undefined {
  const last = blocks.at(-1);
  return last?.batch === null ? last.cards : undefined;
}

/** "Mailbox Performance for 3 mailboxes · 1 of 3 done". */
export function batchInWords(records: readonly RunRecord[]): string {
  const [first] = records;
  const mailboxes = new Set(records.map(({ request }) => request.parameters.mailboxId)).size;
  const done = records.filter(({ state }) => state === 'done').length;
  const title = first === undefined ? '' : reportTitle(first);
  return words.batch(title, mailboxes, done, records.length);
}
