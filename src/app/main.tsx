// Starts the app in the browser: everything that is real is named here and passed on.
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import '#src/ui/tokens.css';
import '#src/ui/base.css';
import { reportCaught } from '#src/failures/boundary.tsx';
import { preloadFailurePanel } from '#src/failures/deferred-failure-panel.tsx';
import { boardLate } from '#src/board/late-parts.ts';
import { createLocalLock, createWebLock } from '#src/runs/launch-lock.ts';
import { openSavedStore } from '#src/records/saved-store.ts';
import { createDensityStore, createThemeStore } from '#src/ui/theme.ts';
import { App } from './app.tsx';
import { Pages } from './routes.tsx';
import { createServices } from './services.ts';

/** Long enough after the start that the board has painted. */
const PRELOAD_AFTER_MS = 1_000;
/** The gateway has this long to say what kind of desk it is before the page is shown without. */
const FIRST_PAINT_WAITS_MS = 500;

// Records are worth more than a cache: ask the browser not to clear them when space runs out. It may say no.
void navigator.storage?.persist?.().catch(() => false);

// The board is shown whole: what its first page's script lacks comes while the records are read.
if (window.location.pathname === '/') boardLate.preload();

const { store, saving } = await openSavedStore();

const services = createServices({
  store,
  saving,
  localNow: () => Date.now(),
  // A plain-http address other than loopback has no Web Locks; the gateway serves none, but a proxy in front of it might.
  lock: 'locks' in navigator ? createWebLock(navigator.locks) : createLocalLock(),
  visibility: {
    visible: () => document.visibilityState === 'visible',
    subscribe(listener) {
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
  },
  notification: 'Notification' in window ? window.Notification : null,
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  online: () => navigator.onLine,
  onOnline(listener) {
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  },
  onResume(listener) {
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) listener();
    };
    window.addEventListener('pageshow', shown);
    document.addEventListener('resume', listener);
    return () => {
      window.removeEventListener('pageshow', shown);
      document.removeEventListener('resume', listener);
    };
  },
});

// Before the records are read nobody can say that there are none. Storage that fails here shows the empty desk. What kind of desk it
// is decides what stands above everything else: a gateway that answers in time is waited for, so that nothing moves down later.
const { config, records, sleep } = services.desk.environment;
await Promise.all([
  records.loaded.catch(() => undefined),
  Promise.race([config.refresh().catch(() => undefined), sleep(FIRST_PAINT_WAITS_MS)]),
]);

const theme = createThemeStore();
const density = createDensityStore();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root, { onCaughtError: reportCaught }).render(
  <App services={services} theme={theme} density={density}>
    <BrowserRouter>
      <Pages />
    </BrowserRouter>
  </App>,
);
void services.start();
setTimeout(() => {
  preloadFailurePanel();
  boardLate.preload();
}, PRELOAD_AFTER_MS);
