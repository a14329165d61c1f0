// How the desk looks, for the parts that change it.
import { createContext, use } from 'react';
import type { DensityStore, ThemeStore } from './theme.ts';

export const ThemeContext = createContext<ThemeStore | null>(null);
export const DensityContext = createContext<DensityStore | null>(null);

/** Both. Throws outside of their contexts. */
export function useAppearance(): { readonly theme: ThemeStore; readonly density: DensityStore } {
  const [theme, density] = [use(ThemeContext), use(DensityContext)];
  if (theme === null || density === null) throw new Error('useAppearance needs both contexts above it');
  return { theme, density };
}
