// Around a part whose code is fetched when it is first needed: where it cannot be had, that part says so, and the rest stays.
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { Boundary } from './boundary.tsx';

/** Props of {@link LazyPart}. */
export type LazyPartProps = {
  readonly children: ReactNode;
  /** Stands in the part's place while its code is on the way. */
  readonly loading?: ReactNode;
};

/** Browsers remember code that could not be fetched, so the way back is the whole page. */
export function LazyPart({ children, loading }: LazyPartProps) {
  return (
    <Boundary fallback={() => <Unreachable />}>
      <Suspense fallback={loading}>{children}</Suspense>
    </Boundary>
  );
}

/** Stands on nothing that has to be fetched. */
function Unreachable() {
  return (
    <Panel
      tone="danger"
      icon="alert"
      title="Connection lost"
      actions={
        <Button
          variant="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          Reload the page
        </Button>
      }
    >
      <p>
        This part cannot be shown: this desk does not answer. Nothing is lost, and runs go on at Emailgistics.
      </p>
    </Panel>
  );
}
