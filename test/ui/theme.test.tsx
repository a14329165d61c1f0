// Theme and density are shown at once, in every tab, remembered where possible, and never in the way where not.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ThemeToggle } from '#src/ui/theme-toggle.tsx';
import { createDensityStore, createThemeStore } from '#src/ui/theme.ts';

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

test.each([
  ['theme', createThemeStore, 'dark', 'system'],
  ['density', createDensityStore, 'compact', 'comfortable'],
] as const)('the %s that another tab chooses is shown here at once', (name, create, chosen, usual) => {
  const root = document.createElement('html');
  const store = create(root);
  expect(store.get()).toBe(usual);
  localStorage.setItem(`desk-${name}`, chosen);
  window.dispatchEvent(new StorageEvent('storage', { key: `desk-${name}` }));
  expect(store.get()).toBe(chosen);
  expect(root.dataset[name]).toBe(chosen);
});

test('where storage is blocked the choices hold until the page is left', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const root = document.createElement('html');
  const [theme, density] = [createThemeStore(root), createDensityStore(root)];
  expect([theme.get(), density.get()]).toEqual(['system', 'comfortable']);
  theme.set('dark');
  density.set('compact');
  expect(root.dataset).toMatchObject({ theme: 'dark', density: 'compact' });
  theme.set('system');
  density.set('comfortable');
  expect(root).not.toHaveAttribute('data-theme');
  expect(root).not.toHaveAttribute('data-density');
});

test('something else in the storage counts as nothing', () => {
  localStorage.setItem('desk-theme', 'sepia');
  localStorage.setItem('desk-density', 'dense');
  const root = document.createElement('html');
  expect([createThemeStore(root).get(), createDensityStore(root).get()]).toEqual(['system', 'comfortable']);
  expect(root.getAttributeNames()).toEqual([]);
});
