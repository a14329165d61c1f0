// The theme for the one button that changes it.
import { createContext } from 'react';
import type { ThemeStore } from '#src/ui/theme.ts';

export const ThemeContext = createContext<ThemeStore | null>(null);
