// The theme is shown at once, remembered where possible, and never in the way where not.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ThemeToggle } from '#src/ui/theme-toggle.tsx';
import { createThemeStore } from '#src/ui/theme.ts';
import type { ThemeStorage } from '#src/ui/theme.ts';

beforeEach(() => {
  localStorage.clear();
});

test('the button goes through system, light and dark, and a new visit begins with the last one', async () => {
  const root = document.createElement('html');
  render(<ThemeToggle store={createThemeStore(root)} />);
  const user = userEvent.setup();
  const seen: unknown[] = [];
  for (const name of [
    'Theme: as the system',
    'Theme: light',
    'Theme: dark',
    'Theme: as the system',
    'Theme: light',
  ]) {
    seen.push(root.dataset['theme']);
    await user.click(screen.getByRole('button', { name }));
  }
  expect(seen).toEqual([undefined, 'light', 'dark', undefined, 'light']);
  const nextVisit = document.createElement('html');
  expect(createThemeStore(nextVisit).get()).toBe('dark');
  expect(nextVisit.dataset['theme']).toBe('dark');
});

const throwing = () => {
  throw new DOMException('blocked', 'SecurityError');
};
const BLOCKED: ThemeStorage = { getItem: throwing, setItem: throwing, removeItem: throwing };

test.each([
  ['blocked', BLOCKED],
  ['missing', null],
])('where storage is %s the theme holds until the page is left', (_, storage) => {
  const root = document.createElement('html');
  const store = createThemeStore(root, storage);
  expect(store.get()).toBe('system');
  store.set('dark');
  expect(store.get()).toBe('dark');
  expect(root.dataset['theme']).toBe('dark');
  store.set('system');
  expect(root).not.toHaveAttribute('data-theme');
});

test('a browser that refuses even to name its storage still gets a theme', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(throwing);
  const store = createThemeStore(document.createElement('html'));
  store.set('light');
  expect(store.get()).toBe('light');
});

test('something else in the storage counts as nothing', () => {
  const root = document.createElement('html');
  const storage: ThemeStorage = { ...BLOCKED, getItem: () => 'sepia' };
  expect(createThemeStore(root, storage).get()).toBe('system');
});
