// What the frame fetches once the page stands, and what it fetches when it is first needed.
import { createLater } from '#src/failures/later.tsx';

export const frameLate = createLater(async () => (await import('./frame-late.ts')).FRAME_LATE);
export const settingsLate = createLater(async () => (await import('./settings-late.ts')).SETTINGS_LATE);
