// The title of a crash, apart from the catalogue: the root boundary says it even where nothing else could be loaded.

/** See failures.md, `crashed`. */
export const CRASH_TITLE = 'Something broke in this panel';
