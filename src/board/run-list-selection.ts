// Which rows of the run list are ticked. What leaves the list is no longer ticked, so that nothing out of sight is removed.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RunRecord } from '#src/records/record.ts';

export type RunSelection = {
  readonly selected: ReadonlySet<string>;
  /** Every row is, and there is one. */
  readonly all: boolean;
  /** A stable function. `through`: every row from the one ticked before becomes what this one becomes. */
  readonly toggle: (id: string, through: boolean) => void;
  readonly toggleAll: () => void;
};

export function useRunSelection(records: readonly RunRecord[]): RunSelection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const ids = useMemo(() => records.map(({ id }) => id), [records]);
  const current = useRef(ids);
  useLayoutEffect(() => {
    current.current = ids;
  }, [ids]);

  const selected = useMemo(() => new Set(ids.filter((id) => ticked.has(id))), [ids, ticked]);
  const all = ids.length > 0 && selected.size === ids.length;

  const toggle = useCallback((id: string, through: boolean) => {
    const from = through && last.current !== null ? last.current : id;
    last.current = id;
    setTicked((before) => {
      const rows = current.current;
      const next = new Set(rows.filter((row) => before.has(row)));
      const ends = [rows.indexOf(from), rows.indexOf(id)].filter((place) => place !== -1);
      const range = rows.slice(Math.min(...ends), Math.max(...ends) + 1);
      for (const row of range) {
        if (before.has(id)) next.delete(row);
        else next.add(row);
      }
      return next;
    });
  }, []);

  return {
    selected,
    all,
    toggle,
    toggleAll() {
      setTicked(new Set(all ? [] : ids));
    },
  };
}
