// Faults of the browser's storage, told apart from our own mistakes.

/** Storage faults are the browser's own exceptions; everything else is a programming error. */
export function isStorageFault(error: unknown): error is DOMException {
  return error instanceof DOMException;
}

/**
 * For work that nobody waits for: what storage refused is found again by the next look at the records, from what was written
 * before. Throws everything else on.
 */
export function passStorageFault(error: unknown): void {
  if (!isStorageFault(error)) throw error;
}
