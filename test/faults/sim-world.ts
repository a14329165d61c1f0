// What all parts of one story share.
import type { ApiFault } from './sim-api.ts';
import type { Chance } from './sim-chance.ts';
import type { Journal } from './sim-journal.ts';
import type { PageFault } from './sim-network.ts';
import type { Rules } from './sim-rules.ts';
import type { VirtualTime } from './sim-time.ts';

/**
 * What a story is made of. The second edition has more kinds of faults; in the first a seed tells what it told before there were
 * these, which keeps the stories that once broke a rule.
 */
export type Edition = 1 | 2;

/** How a story is set up, decided by its seed. */
export type Conditions = {
  /** Share of calls between page and gateway, and between gateway and API, that go wrong. */
  readonly pageFaults: number;
  readonly apiFaults: number;
  /** A story may have one kind of fault that happens more often than all others together. */
  readonly oftenPage: PageFault | null;
  readonly oftenApi: ApiFault | null;
  /** Share of the requests that a browser repeats whose first copy is held back and arrives last. */
  readonly lateCopies: number;
  /** Requests a minute of the account. */
  readonly requestsPerMinute: number;
  /** Divides the time that runs take. */
  readonly speed: number;
  /** Storage takes its time, and other tabs hear of changes late. */
  readonly slowStorage: boolean;
  /** Share of writes that storage refuses. */
  readonly storageFaults: number;
  /** Tabs of a browser share a lock. A page on plain http has none to share. */
  readonly sharedLock: boolean;
  /** Requests of the pages after which the operators stop. */
  readonly calls: number;
  /** See {@link Edition}. */
  readonly edition: Edition;
  /** What every call between page and gateway takes, each way. */
  readonly latencyMs: number;
  /** Browsers let pages keep nothing. */
  readonly blocked: boolean;
  /** Tabs that nobody sees get their timers late, as browsers do it. */
  readonly throttled: boolean;
};

/** See the top of this file. */
export type World = {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly journal: Journal;
  readonly rules: Rules;
  readonly conditions: Conditions;
  /** False in the end, when everything works again. */
  faulty: boolean;
  /** Requests of all pages so far. */
  calls: number;
};

/** A promise that never settles: what a page that is gone waits for. */
export function never<Value>(): Promise<Value> {
  return new Promise<Value>(() => undefined);
}

/** Short form of an id, for the story. */
export function short(id: string): string {
  return id.slice(0, 8);
}
