// What follows from the list of saved copies.
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import type { CopyList } from './copies.ts';
import type { SavedCopy } from './saved-copy.ts';

/** Ids of the runs of which there is a whole copy. */
export function wholeCopies({ copies }: CopyList): ReadonlySet<string> {
  return new Set(copies.filter(({ complete }) => complete).map(({ id }) => id));
}

/** The copies in which every word of `search` is found: report, mailbox, range, key. */
export function matchingCopies(copies: readonly SavedCopy[], search: string): readonly SavedCopy[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return copies;
  return copies.filter((copy) => {
    const text = `${runTitle(copy)} ${describeRequest(copy)} ${copy.keyLabel}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** About the bytes that they take. */
export function sizeOf(copies: readonly SavedCopy[]): number {
  return copies.reduce((sum, { size }) => sum + size, 0);
}
