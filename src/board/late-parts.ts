// What the board fetches ahead of its use: its second half as soon as it stands, its list a moment later.
import { createLater } from './later.tsx';

export const boardLate = createLater(async () => (await import('./board-late.ts')).BOARD_LATE);
export const runList = createLater(() => import('./run-list.tsx'));
