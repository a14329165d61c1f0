// Around the whole desk: the last thing that can catch. It stands on nothing that the app provides, and where even the panel
// cannot be drawn it says the same in plain text.
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AnnouncerProvider } from '#src/ui/announcer.tsx';
import { Boundary } from './boundary.tsx';
import type { Crash } from './boundary.tsx';
import { actionLabel } from './actions.ts';
import { CrashPanel } from './crash-panel.tsx';
import { crashOf } from './explain.ts';
import * as words from './words.ts';

/** Begins anew on *Reload this panel*, with the queries that had failed. */
export function RootBoundary({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  return (
    <Boundary
      onReset={reset}
      fallback={(crash) => (
        <Boundary fallback={() => <PlainText {...crash} />}>
          <RootPanel {...crash} />
        </Boundary>
      )}
    >
      {children}
    </Boundary>
  );
}

function RootPanel({ error, reset }: Crash) {
  return (
    <AnnouncerProvider>
      <main>
        <CrashPanel error={error} size="root" shown={words.wholeDesk} headingLevel={1} onReload={reset} />
      </main>
    </AnnouncerProvider>
  );
}

/** Uses no part of ui/, which may be what is broken. */
function PlainText({ error, reset }: Crash) {
  const { message, raw } = crashOf(error, { at: 0 });
  return (
    <main role="alert">
      <h1>{words.somethingBroke}</h1>
      <p>{words.deskNotShown}</p>
      <button type="button" onClick={reset}>
        {actionLabel('reload-panel')}
      </button>
      <pre>{[message, raw].join('\n\n')}</pre>
    </main>
  );
}
