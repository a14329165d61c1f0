// Of which runs all rows are saved in this browser, as far as was last seen: cheap to read, for what only has to know whether there is
// a copy. Written by what keeps the copies.
import * as z from 'zod/mini';
import { createRemembered } from '#src/ui/remembered.ts';
import type { Remembered } from '#src/ui/remembered.ts';

const ids = z.array(z.string());

/** Ids of their records. */
export const copiedRuns: Remembered<readonly string[]> = createRemembered<readonly string[]>({
  key: 'desk-copied-runs',
  read: (text) => z.parse(ids, JSON.parse(text ?? '[]')),
});
