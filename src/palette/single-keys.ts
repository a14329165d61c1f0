// Whether shortcuts of plain letters and signs are on. Who speaks to the computer, or presses keys by accident, turns them off
// (WCAG 2.1.4). One store for the page: the dialog of shortcuts and the preferences both show it.
import { createRemembered } from '#src/ui/remembered.ts';
import type { Remembered } from '#src/ui/remembered.ts';

/** True unless they were turned off. Ctrl K stays in any case. */
export const singleKeys: Remembered<boolean> = createRemembered<boolean>({
  key: 'desk-single-keys',
  read: (text) => text !== 'off',
  write: (on) => (on ? 'on' : 'off'),
});
