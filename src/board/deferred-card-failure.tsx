// The card's failure for the first page, which can be used before this has arrived. main.tsx fetches it as soon as the board
// stands, since a desk that has lost its connection cannot.
import { lazy } from 'react';
import type { ComponentProps } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import type { CardFailure as WholeFailure } from './card-failure.tsx';

const load = () => import('./card-failure.tsx');

const CardFailure = lazy(async () => ({ default: (await load()).CardFailure }));

/** Fetches the code ahead of its first use. */
export function preloadCardFailure(): void {
  load().catch(() => undefined);
}

export function DeferredCardFailure(props: ComponentProps<typeof WholeFailure>) {
  return (
    <LazyPart
      loading={
        <SkeletonRegion label="Loading what happened">
          <SkeletonLines lines={4} />
        </SkeletonRegion>
      }
    >
      <CardFailure {...props} />
    </LazyPart>
  );
}
