// Asynchronous runs: what was launched, how far it is, and what it gives. A run moves with the clock alone; polls only
// look at it.
import { DAY_MS } from './calendar.ts';
import { messageTable } from './messages.ts';
import { progressAt } from './progress.ts';
import { performanceTable } from './rows.ts';
import { hashOf } from './seed.ts';
import type { Behaviour } from './behaviours.ts';
import type { Mailbox } from './mailboxes.ts';
import type { RowTable } from './rows.ts';
import type { Launch, PageQuery } from './validate.ts';

/** Results are kept so long, counted from the launch (contract.md section 4; from which end is an assumption). */
export const RESULT_LIFETIME_MS = DAY_MS;

/** One run. Only `memo`, `lastPageRead` and `table` change after the launch. */
export type Run = {
  readonly id: string;
  /** A result belongs to the key that started it (contract.md section 2). */
  readonly keyLabel: string;
  readonly mailbox: Mailbox;
  readonly launch: Launch;
  readonly origin: { readonly href: string; readonly method: 'POST'; readonly body: unknown };
  readonly firstPage: PageQuery;
  readonly launchedAt: number;
  readonly durationMs: number;
  readonly behaviour: Behaviour;
  /** Times that a drill's behaviour remembers. */
  readonly memo: Map<string, number>;
  lastPageRead: boolean;
  table: RowTable | null;
};

/** How long a run lasts, in milliseconds of the sandbox's clock. `speed` divides all but endless ones. */
export function durationOf(launch: Launch, mailbox: Mailbox, behaviour: Behaviour, speed: number): number {
  if (behaviour.endless === true) return RESULT_LIFETIME_MS;
  const seconds = behaviour.seconds ?? 12 + (hashOf('pace', mailbox.listing.mailboxId, launch.report) % 29);
  return (seconds * 1000) / speed;
}

/** True while the run holds one of the account's slots: until it ends by itself, polled or not. */
export function holdsSlot(run: Run, nowMs: number): boolean {
  return nowMs < run.launchedAt + run.durationMs;
}

/** The part of the run's time that has passed, in [0, 1]. */
export function shareAt(run: Run, nowMs: number): number {
  return run.durationMs <= 0 ? 1 : Math.min(1, Math.max(0, (nowMs - run.launchedAt) / run.durationMs));
}

/** What a poll finds: a status word and an integer from 0 to 100. */
export function stateAt(run: Run, nowMs: number): { status: string; progress: number } {
  const { behaviour } = run;
  const share = shareAt(run, nowMs);
  if (share >= 1) {
    const { failure } = behaviour;
    return failure === undefined
      ? { status: 'done', progress: 100 }
      : { status: 'error', progress: failure.progress };
  }
  const shape = behaviour.shape ?? run.mailbox.behind.shape;
  const progress =
    behaviour.endless === true
      ? Math.min(97, Math.floor((nowMs - run.launchedAt) / 6000))
      : progressAt(shape, share * ((behaviour.failure?.progress ?? 100) / 100));
  return { status: behaviour.status?.(share) ?? 'running', progress };
}

/** When the data of a run was counted up to: its end. Later looks at the same run see the same rows. */
export function cutoffOf(run: Run): number {
  return Math.floor(run.launchedAt + run.durationMs);
}

/** The rows of an ended run, prepared once. */
export function tableOf(run: Run): RowTable {
  run.table ??= makeTable(run);
  return run.table;
}

function makeTable(run: Run): RowTable {
  const { behaviour, launch, mailbox } = run;
  if (behaviour.table !== undefined) return behaviour.table(mailbox);
  return launch.report === 'receivedMessageDetail'
    ? messageTable(launch, mailbox, cutoffOf(run))
    : performanceTable(launch, mailbox, cutoffOf(run));
}
