// Around a card or another part of a page: what crashes inside leaves the rest of the page standing.
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { HeadingLevel } from '#src/ui/heading.tsx';
import { Boundary } from './boundary.tsx';
import { CrashPanel } from './crash-panel.tsx';

type CardBoundaryProps = {
  /** What is inside, in words: "the card of Mailbox Performance · Sales Department". */
  shown: string;
  children: ReactNode;
  /** A new value begins anew. */
  resetKey?: string | number | undefined;
  headingLevel?: HeadingLevel | undefined;
};

/** Needs an `AnnouncerProvider` above it. Begins anew on *Reload this panel*, with the queries that had failed. */
export function CardBoundary({ shown, children, resetKey, headingLevel }: CardBoundaryProps) {
  const { reset } = useQueryErrorResetBoundary();
  const id = useId();
  return (
    <Boundary
      onReset={reset}
      resetKey={resetKey}
      fallback={(crash) => (
        <CrashPanel
          error={crash.error}
          size="card"
          shown={shown}
          headingLevel={headingLevel}
          newsId={`crash ${id} ${crash.resets}`}
          onReload={crash.reset}
        />
      )}
    >
      {children}
    </Boundary>
  );
}
