// What the frame fetches once the page stands, and what it fetches when it is first needed.
import { createLater } from '#src/failures/later.tsx';

export const frameLate = createLater(async () => (await import('./frame-late.ts')).FRAME_LATE);
export const pagesLate = createLater(async () => (await import('./pages-late.ts')).PAGES_LATE);
