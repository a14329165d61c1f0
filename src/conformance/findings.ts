// What became of each fact: collected while the API is asked, listed at the end.
import { FACTS } from './facts.ts';
import type { FactId } from './facts.ts';

/** A fact with what became of it. `seen`: in words, without anything that belongs to the account. */
export type Finding = {
  readonly id: FactId;
  readonly mark: 'A' | 'D';
  readonly says: string;
  readonly result: 'holds' | 'differs' | 'not seen';
  readonly seen: readonly string[];
};

/** Collects. A fact that differed once differs, however often it held. */
export type Findings = {
  /** `seen` stays with the fact in either case; an empty one says nothing. */
  check(fact: FactId, holds: boolean, seen: string): void;
  /** Keeps what nothing was believed of. */
  note(text: string): void;
  list(): readonly Finding[];
  notes(): readonly string[];
};

/** Of what was seen of one fact, and of notes, so many are kept: a thousand rows may all differ in the same way. */
const MOST_SEEN = 6;
const MOST_NOTES = 60;

/** An empty collection. */
export function createFindings(): Findings {
  const held = new Map<FactId, Set<string>>();
  const differed = new Map<FactId, Set<string>>();
  const notes = new Set<string>();

  return {
    check(fact, holds, seen) {
      const into = holds ? held : differed;
      const all = into.get(fact) ?? new Set();
      if (seen !== '' && all.size < MOST_SEEN) all.add(seen);
      into.set(fact, all);
    },
    note(text) {
      if (notes.size < MOST_NOTES) notes.add(text);
    },
    list: () =>
      FACTS.map((fact) => {
        const { id, mark, says } = fact;
        const unlike = differed.get(id);
        if (unlike !== undefined) return { id, mark, says, result: 'differs', seen: [...unlike] };
        const alike = held.get(id);
        if (alike !== undefined) return { id, mark, says, result: 'holds', seen: [...alike] };
        return { id, mark, says, result: 'not seen', seen: 'needs' in fact ? [`needs ${fact.needs}`] : [] };
      }),
    notes: () => [...notes],
  };
}
