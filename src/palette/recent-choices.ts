// What was chosen in the palette lately, by id, newest first: offered first the next time.
import { createRemembered } from '#src/ui/remembered.ts';
import type { Remembered } from '#src/ui/remembered.ts';

const MOST = 4;

export const recentChoices: Remembered<readonly string[]> = createRemembered<readonly string[]>({
  key: 'desk-palette-recent',
  read(text) {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, MOST) : [];
  },
});

export function remember(id: string): void {
  recentChoices.set([id, ...recentChoices.get().filter((other) => other !== id)].slice(0, MOST));
}
