// What the queue is decided on at a moment, for the launcher that sends and for the cards that explain why it does not.
import { loadedKeys } from './environment.ts';
import type { RunEnvironment } from './environment.ts';
import type { QueueSituation } from './queue.ts';

/** See {@link createSituation}. */
export type SituationSource = {
  current(): QueueSituation;
  /** Nothing at all is sent before this, epoch ms. */
  holdUntil(at: number): void;
};

/** Makes it. The desk counts as opened when its config was known for the first time. */
export function createSituation(environment: RunEnvironment): SituationSource {
  const { clock, config, status } = environment;
  let startedAt: number | null = null;
  let wait = { from: 0, until: 0 };
  return {
    current() {
      const { pausedKeys, signedOut } = status.snapshot();
      // Before the gateway was heard its clock is not known, and nothing is sent.
      if (config.current() !== null) startedAt ??= clock.now();
      return {
        now: clock.now(),
        startedAt: startedAt ?? clock.now(),
        keys: loadedKeys(environment),
        pausedKeys,
        signedOut,
        slots: config.current()?.limits.concurrentRuns ?? 0,
        // A wait that was begun in the future was begun by a clock that was wrong.
        notBefore: wait.from > clock.now() ? 0 : wait.until,
      };
    },
    holdUntil(at) {
      wait = { from: clock.now(), until: at };
    },
  };
}
