// The Idempotency-Key of each attempt follows from its record: a desk that forgot that it sent one (a crash, a disk that was
// full, two tabs that do not see each other) makes the same key again, and the gateway forwards no key twice.

/** Hexadecimal digits of a UUID's first group, which version and variant leave free. */
const HEAD_DIGITS = 8;

/** The key of attempt number `attempt` (the first is 0, and its key is the record's id). UUIDs give UUIDs. */
export function attemptKey(recordId: string, attempt: number): string {
  if (attempt === 0) return recordId;
  const head = Number.parseInt(recordId.slice(0, HEAD_DIGITS), 16);
  const moved = (head + attempt) % 16 ** HEAD_DIGITS;
  return moved.toString(16).padStart(HEAD_DIGITS, '0') + recordId.slice(HEAD_DIGITS);
}
