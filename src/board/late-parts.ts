// What the board fetches ahead of its use, its second half as soon as it stands and its list a moment later, and what is there for
// those who try the desk.
import { createLater } from '#src/failures/later.tsx';

export const boardLate = createLater(async () => (await import('./board-late.ts')).BOARD_LATE);
export const trial = createLater(async () => (await import('./trial.ts')).TRIAL);
export const runList = createLater(() => import('./run-list.tsx'));
