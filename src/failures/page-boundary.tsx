// Around a page: what it throws, or fails to load, shows in its place while the rest of the desk stays.
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { use, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { ClockContext } from '#src/ui/now.tsx';
import { ApiError } from '#src/client/api-error.ts';
import { Boundary } from './boundary.tsx';
import { CrashPanel } from './crash-panel.tsx';
import { DeferredFailurePanel } from './deferred-failure-panel.tsx';
import { explain } from './explain.ts';
import * as words from './words.ts';

/** Needs a router and an `AnnouncerProvider` above it. Begins anew on *Reload this panel*, and by itself at another address. */
export function PageBoundary({ children }: { children: ReactNode }) {
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  const { key, pathname } = useLocation();
  return (
    <Boundary
      resetKey={key}
      onReset={resetQueries}
      fallback={({ error, reset }) =>
        error instanceof ApiError ? (
          <Unreachable error={error} />
        ) : (
          <CrashPanel
            error={error}
            size="page"
            shown={words.thePage(pathname)}
            headingLevel={1}
            onReload={reset}
          />
        )
      }
    >
      {children}
    </Boundary>
  );
}

/** The page's code or data could not be had. Browsers remember a module that failed, so the page begins anew as a whole. */
function Unreachable({ error }: { error: ApiError }) {
  const clock = use(ClockContext);
  const [at] = useState(() => clock.now());
  const reload = () => {
    window.location.reload();
  };
  return (
    <DeferredFailurePanel
      failure={explain(error, 'desk', { at })}
      handlers={{ reconnect: reload, 'check-now': reload, 'check-once-more': reload }}
      size="page"
      headingLevel={1}
    />
  );
}
