// What happened in one story: the counts that say what was tried, the rules that were broken, and, where asked for, every step.

/** A rule that did not hold. */
export type Violation = { readonly rule: string; readonly what: string };

/** See {@link createJournal}. */
export type Journal = {
  /** Written down only where the story is told. */
  note(say: () => string): void;
  count(name: string): void;
  violate(rule: string, what: string): void;
  readonly violations: readonly Violation[];
  readonly counts: ReadonlyMap<string, number>;
  readonly lines: readonly string[];
};

/** An empty journal; `isTold` keeps the steps. `now` gives epoch ms, `start` is when the story began. */
export function createJournal(isTold: boolean, now: () => number, start: number): Journal {
  const violations: Violation[] = [];
  const counts = new Map<string, number>();
  const lines: string[] = [];
  const stamp = () => `${((now() - start) / 1000).toFixed(3).padStart(10)}`;
  return {
    note(say) {
      if (isTold) lines.push(`${stamp()} ${say()}`);
    },
    count(name) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    violate(rule, what) {
      violations.push({ rule, what });
      if (isTold) lines.push(`${stamp()} !! ${rule}: ${what}`);
    },
    violations,
    counts,
    lines,
  };
}
