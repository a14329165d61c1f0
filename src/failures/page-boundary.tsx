// The error element of a route: what a page throws, or fails to load, shows here while the rest of the desk stays.
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { use, useState } from 'react';
import { isRouteErrorResponse, useLocation, useNavigate, useRouteError } from 'react-router';
import { failureFrom } from '#src/records/failure.ts';
import { ClockContext } from '#src/ui/now.tsx';
import { ApiError } from '#src/client/api-error.ts';
import { CrashPanel } from './crash-panel.tsx';
import { explain } from './explain.ts';
import { DeferredFailurePanel } from './deferred-failure-panel.tsx';

/** Needs an `AnnouncerProvider` above it. Begins anew by going to the same address once more, which also loads its code again. */
export function PageBoundary() {
  const error = useRouteError();
  const { reset } = useQueryErrorResetBoundary();
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  if (error instanceof ApiError) return <Unreachable error={error} />;
  if (isRouteErrorResponse(error)) return <NoSuchPage status={error.status} path={pathname + search} />;
  return (
    <CrashPanel
      error={error}
      size="page"
      shown={`the page ${pathname}`}
      headingLevel={1}
      onReload={() => {
        reset();
        void navigate({ pathname, search, hash }, { replace: true });
      }}
    />
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

/** The router itself knows no page at this address. */
function NoSuchPage({ status, path }: { status: number; path: string }) {
  const clock = use(ClockContext);
  const navigate = useNavigate();
  const [at] = useState(() => clock.now());
  return (
    <DeferredFailurePanel
      failure={{ ...failureFrom('not-recognised', { method: 'GET', target: path, at }, null), status }}
      handlers={{ 'check-connection': () => void navigate('/connection') }}
      size="page"
      headingLevel={1}
    />
  );
}
