// A run that this browser has no card of: another browser may have launched it, or its card was removed.
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';

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
      <SkeletonRegion label="Looking for the run">
        <SkeletonLines lines={6} />
      </SkeletonRegion>
    );
  }
  const adopted = found.data?.adopted ?? null;
  if (adopted !== null && adopted !== id) return <Navigate to={`/runs/${adopted}`} replace />;
  const toBoard = (
    <Link className={buttonClass(found.data?.removed === true ? 'secondary' : 'primary')} to="/">
      Go to the board
    </Link>
  );
  return (
    <>
      <PageTitle>No such run</PageTitle>
      {found.data?.removed === true ? (
        <EmptyState
          title="The card of this run was removed"
          icon="trash"
          headingLevel={1}
          actions={
            <>
              <Button variant="primary" onClick={() => void desk.removals.restore(id)}>
                Bring it back
              </Button>
              {toBoard}
            </>
          }
        >
          Removed cards are kept for two days. Its result may still be there to read.
        </EmptyState>
      ) : (
        <EmptyState title="This browser knows no such run" icon="search" headingLevel={1} actions={toBoard}>
          Runs are kept in the browser that launched them, and for two days in this desk’s gateway, which does
          not know this one either.
        </EmptyState>
      )}
    </>
  );
}
