// The frame of every page: where to go, how much of the account is in use, and what kind of desk this is.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, use } from 'react';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { configQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { ThemeToggle } from '#src/ui/theme-toggle.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { LeaveWarning } from './leave-warning.tsx';
import { Meters } from './meters.tsx';
import { ThemeContext } from './theme-context.ts';
import styles from './layout.module.css';

/** Not part of a live desk. */
const SandboxBar = lazy(async () => ({ default: (await import('./sandbox-bar.tsx')).SandboxBar }));

const PAGES = [
  { to: '/', name: 'Board' },
  { to: '/launch', name: 'Launch' },
  { to: '/copies', name: 'Saved copies' },
  { to: '/connection', name: 'Connection' },
] as const;

export function Layout() {
  const { client } = useDesk().environment;
  const config = useQuery(configQuery(client));
  const theme = use(ThemeContext);
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#main">
        Skip to the page
      </a>
      <header className={styles['header']}>
        <span className={styles['name']}>Report Desk</span>
        <nav aria-label="Pages" className={styles['pages']}>
          {PAGES.map(({ to, name }) => (
            <NavLink key={to} to={to} end={to === '/'} className={styles['page'] ?? ''}>
              {name}
            </NavLink>
          ))}
        </nav>
        <div className={styles['meters']}>
          <Meters config={config.data} />
          {theme !== null && <ThemeToggle store={theme} />}
        </div>
      </header>
      {config.data?.mode === 'sandbox' && (
        <Suspense fallback={<div className={styles['bar']} />}>
          <SandboxBar />
        </Suspense>
      )}
      <main id="main" tabIndex={-1} className={styles['main']}>
        <ConnectionBanner config={config} />
        <Outlet />
      </main>
      <ScrollRestoration />
      <LeaveWarning />
    </div>
  );
}
