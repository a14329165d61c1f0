// One button that goes through system, light and dark.
import { useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import type { IconName } from './icon.tsx';
import type { Theme, ThemeStore } from './theme.ts';
import * as words from './words.ts';

const LOOK = {
  system: { icon: 'contrast', next: 'light', label: words.themeSystem },
  light: { icon: 'sun', next: 'dark', label: words.themeLight },
  dark: { icon: 'moon', next: 'system', label: words.themeDark },
} as const satisfies Record<Theme, { icon: IconName; next: Theme; label: string }>;

export function ThemeToggle({ store }: { store: ThemeStore }) {
  const theme = useSyncExternalStore(store.subscribe, store.get);
  const { icon, label, next } = LOOK[theme];
  return (
    <Button
      variant="quiet"
      size="small"
      icon={icon}
      iconOnly
      onClick={() => {
        store.set(next);
      }}
    >
      {label}
    </Button>
  );
}
