// Around a part whose code is fetched when it is first needed: where it cannot be had, that part says so, and the rest stays.
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { Boundary } from './boundary.tsx';
import type { Crash } from './boundary.tsx';
import { actionLabel } from './actions.ts';
import * as words from './words.ts';

/** Props of {@link LazyPart}. */
export type LazyPartProps = {
  readonly children: ReactNode;
  /** Stands in the part's place while its code is on the way. */
  readonly loading?: ReactNode;
};

/**
 * What Chromium, Firefox and Safari say of code that they cannot fetch, and the build's own loader of styles. They tell it by nothing
 * but these words; one that is not known here reads as a mistake, which has the same way on.
 */
const MISSING_CODE = /dynamically imported module|importing a module script|unable to preload css/i;

/** A part that crashes is our own mistake; only one whose code is missing is a matter of the connection. */
export function LazyPart({ children, loading }: LazyPartProps) {
  return (
    <Boundary
      fallback={(crash) => (MISSING_CODE.test(String(crash.error)) ? <Unreachable /> : <Broken {...crash} />)}
    >
      <Suspense fallback={loading}>{children}</Suspense>
    </Boundary>
  );
}

/** Stands on nothing that has to be fetched, as `Unreachable` does. */
function Broken({ error, reset }: Crash) {
  return (
    <Panel
      tone="danger"
      icon="alert"
      title={words.somethingBroke}
      actions={
        <Button variant="primary" onClick={reset}>
          {actionLabel('reload-panel')}
        </Button>
      }
    >
      <p>{words.ownMistake}</p>
      <p>{String(error)}</p>
    </Panel>
  );
}

/** Browsers remember code that could not be fetched, so the way back is the whole page. */
function Unreachable() {
  return (
    <Panel
      tone="danger"
      icon="alert"
      title={words.connectionLost}
      actions={
        <Button
          variant="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {words.reloadPage}
        </Button>
      }
    >
      <p>{words.partOutOfReach}</p>
    </Panel>
  );
}
