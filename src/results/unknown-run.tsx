// A run that this browser has no card of: another browser may have launched it, or its card was removed.
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import * as words from './words.ts';

export function UnknownRun({ id }: { id: string }) {
  const desk = useDesk();
  const found = useQuery({
    queryKey: ['runs', id, 'elsewhere'],
    queryFn: async () => ({
      removed: (await desk.removals.find(id)) !== null,
      adopted: await desk.findElsewhere(id),
    }),
    retry: false,
    gcTime: 0,
  });
  if (found.isPending) {
    return (
      <SkeletonRegion label={words.lookingForRun}>
        <SkeletonLines lines={6} />
      </SkeletonRegion>
    );
  }
  const adopted = found.data?.adopted ?? null;
  if (adopted !== null && adopted !== id) return <Navigate to={`/runs/${adopted}`} replace />;
  const toBoard = (
    <Link className={buttonClass(found.data?.removed === true ? 'secondary' : 'primary')} to="/">
      {words.goToBoard}
    </Link>
  );
  return (
    <>
      <PageTitle>{words.noSuchRun}</PageTitle>
      {found.data?.removed === true ? (
        <EmptyState
          title={words.cardRemoved}
          icon="trash"
          headingLevel={1}
          actions={
            <>
              <Button variant="primary" onClick={() => void desk.removals.restore(id)}>
                {words.bringBack}
              </Button>
              {toBoard}
            </>
          }
        >
          {words.removedAreKept}
        </EmptyState>
      ) : (
        <EmptyState title={words.runNotKnown} icon="search" headingLevel={1} actions={toBoard}>
          {words.whereRunsAreKept}
        </EmptyState>
      )}
    </>
  );
}
