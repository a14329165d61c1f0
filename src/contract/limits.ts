// The API's documented limits and lifetimes (contract.md sections 3, 4 and 6), and the few durations that follow from them.

/** Requests an account may make in any rolling minute, all keys together (section 3). */
export const REQUESTS_PER_MINUTE = 100;

/** Runs an account may have in status `running` (section 3). */
export const CONCURRENT_RUNS = 3;

/** How long a result can be read. Counted from the launch, the earlier of the two readings of the documentation (section 5). */
export const RESULT_LIFETIME_HOURS = 24;
/** {@link RESULT_LIFETIME_HOURS} in milliseconds. */
export const RESULT_LIFETIME_MS = RESULT_LIFETIME_HOURS * 3_600_000;

/** Long runs take up to about this long (section 3); a slot we cannot look at is held for as long. */
export const LONGEST_RUN_MS = 30 * 60_000;

/** Waits after 429s from the API that follow each other, in ms; the last one goes on. `Retry-After` may make each longer. */
export const RATE_LIMIT_WAITS_MS = [60_000, 120_000, 240_000, 300_000] as const;
/** Shortest wait after a 429 from the API (section 3). */
export const RATE_LIMIT_WAIT_MS = RATE_LIMIT_WAITS_MS[0];

/** With fewer requests left in the minute than this, a 429 on a launch counts as the request rate, else as the three slots. */
export const FEW_REQUESTS_LEFT = 10;

/** Most rows that a page may be asked for (section 6). */
export const MAX_PAGE_SIZE = 500;
