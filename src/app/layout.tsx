// The frame of every page: where to go, how much of the account is in use, and what kind of desk this is.
import { useQuery } from '@tanstack/react-query';
import { use, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { configQuery } from '#src/connection/queries.ts';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { useDesk, useLastRemoved, useSaving } from '#src/runs/desk-context.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { ThemeToggle } from '#src/ui/theme-toggle.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { DuplicateDialogProvider } from './duplicate-dialog-provider.tsx';
import { frameLate } from './late-parts.ts';
import { LeaveWarning } from './leave-warning.tsx';
import { Meters } from './meters.tsx';
import { useScrollPosition } from './scroll-position.ts';
import { ThemeContext } from '#src/ui/theme-context.ts';
import * as words from './words.ts';
import styles from './layout.module.css';

/** Shown where something is wrong, or was just removed, or the desk is a sandbox. */
const SandboxBar = frameLate.part(({ SandboxBar }) => SandboxBar);
const SavingNotice = frameLate.part(({ SavingNotice }) => SavingNotice);
const UndoRemoval = frameLate.part(({ UndoRemoval }) => UndoRemoval);

const PAGES = [
  { to: '/', name: words.board },
  { to: '/launch', name: words.launch },
  { to: '/copies', name: words.savedCopies },
  { to: '/connection', name: words.connection },
] as const;

/** Around `children`, the page. */
export function Layout({ children }: { children: ReactNode }) {
  const { client } = useDesk().environment;
  const config = useQuery(configQuery(client));
  const theme = use(ThemeContext);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const saved = useSaving() === 'saved';
  const removed = useLastRemoved();
  const shown = useRef(pathname);
  // Where its code cannot be had the pages still tell what they show: nothing is done by shortcuts that cannot be done without them,
  // and nobody misses news, or copies that nobody asked for.
  const late = frameLate.useCode();
  const unasked = late === 'missing' ? null : late;
  useScrollPosition();

  useEffect(() => {
    frameLate.preload();
  }, []);

  // Another page takes the focus, as a loaded one would; its own query string may change under what is being typed.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <DuplicateDialogProvider>
      <div className={styles['frame']}>
        <a className={styles['skip']} href="#main">
          {words.skipToPage}
        </a>
        <header className={styles['header']}>
          <span className={styles['name']}>{words.reportDesk}</span>
          <nav aria-label={words.pages} className={styles['pages']}>
            {PAGES.map(({ to, name }) => (
              <NavLink key={to} to={to} end={to === '/'} className={styles['page'] ?? ''}>
                {name}
              </NavLink>
            ))}
          </nav>
          <div className={styles['meters']}>
            <Meters config={config.data} />
            {late === null && <span className={styles['button']} />}
            {unasked !== null && (
              <LazyPart>
                <unasked.Keyboard theme={theme} />
                <unasked.KeepFocus />
              </LazyPart>
            )}
            {theme !== null && (
              <span className={styles['theme']}>
                <ThemeToggle store={theme} />
              </span>
            )}
            <Link className={styles['preferences'] ?? ''} to="/preferences" title={words.preferences}>
              <Icon name="settings" />
              <span className="visually-hidden">{words.preferences}</span>
            </Link>
          </div>
        </header>
        {config.data?.mode === 'sandbox' && (
          <LazyPart loading={<div className={styles['bar']} />}>
            <SandboxBar />
          </LazyPart>
        )}
        <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
          <ConnectionBanner config={config} />
          {!saved && (
            <LazyPart>
              <SavingNotice />
            </LazyPart>
          )}
          {children}
          {unasked !== null && (
            <LazyPart>
              <unasked.Notices />
              <unasked.AutomaticCopies />
            </LazyPart>
          )}
        </main>
        {removed.length > 0 && (
          <LazyPart>
            <UndoRemoval ids={removed} />
          </LazyPart>
        )}
        <LeaveWarning />
      </div>
    </DuplicateDialogProvider>
  );
}
