// Temporal: the browser's own, or the polyfill where it has none. Awaited here once, so that whoever imports it may count at once;
// only the lazy launch page does, which keeps both the wait and the polyfill away from the board.

/** Values come from here; types are the global `Temporal.…` ones. */
export const temporal: typeof Temporal = globalThis.Temporal ?? (await import('temporal-polyfill')).Temporal;
