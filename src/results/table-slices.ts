// Long work in slices of a few milliseconds, so that the browser can paint and take input in between.
import { useEffect, useRef, useState } from 'react';

/** Longest work before the browser gets its turn. */
const SLICE_MS = 8;

/** What is done, and what it was done for. */
type Done<Task, Result> = { readonly task: Task; readonly result: Result };

type Work<Task, Result> = {
  readonly steps: (task: Task) => Generator<void, Result>;
  /** Whether finishing one task is of use while another is waited for. */
  readonly serves: (begun: Task, wanted: Task) => boolean;
};

/**
 * Does `task` in the background and gives what was done last; null before the first. One task at a time: the next one begins when the
 * one that was begun is done, or serves nobody any more. `work` must not change.
 */
export function useSlices<Task extends object, Result>(
  task: Task | null,
  work: Work<Task, Result>,
): Done<Task, Result> | null {
  const [done, setDone] = useState<Done<Task, Result> | null>(null);
  const wanted = useRef<Task | null>(null);
  const working = useRef(false);

  useEffect(() => {
    wanted.current = task;
    if (!working.current) void doWanted();

    async function doWanted() {
      working.current = true;
      for (let begun = wanted.current; begun !== null;) {
        const current: Task = begun;
        const result = await inSlices(
          work.steps(current),
          () => wanted.current !== null && work.serves(current, wanted.current),
        );
        if (result !== null) setDone({ task: current, result: result.value });
        begun = result !== null && wanted.current === current ? null : wanted.current;
      }
      working.current = false;
    }
  }, [task, work]);

  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  return done;
}

/** The result, or null where it is no longer asked for. */
async function inSlices<Result>(
  steps: Generator<void, Result>,
  goOn: () => boolean,
): Promise<{ readonly value: Result } | null> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done === true) return { value: step.value };
    } while (performance.now() < until);
    await browserTurn();
    if (!goOn()) return null;
  }
}

function browserTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
