// The failure panel for the first page, where its words and evidence are not part of what has to arrive before the board can be
// used. main.tsx fetches them as soon as the board stands, since a desk that has lost its connection cannot.
import { lazy } from 'react';
import type { ComponentProps } from 'react';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import type { FailurePanel as WholePanel } from './failure-panel.tsx';
import { LazyPart } from './lazy-part.tsx';
import * as words from './words.ts';

const load = () => import('./failure-panel.tsx');

const FailurePanel = lazy(async () => ({ default: (await load()).FailurePanel }));

/** Fetches the panel's code ahead of its first use. */
export function preloadFailurePanel(): void {
  load().catch(() => undefined);
}

/** As `FailurePanel`; a skeleton stands in its place while its code is on the way. */
export function DeferredFailurePanel(props: ComponentProps<typeof WholePanel>) {
  return (
    <LazyPart loading={<FailureOnTheWay />}>
      <FailurePanel {...props} />
    </LazyPart>
  );
}

/** Stands where a failure will be told. */
export function FailureOnTheWay() {
  return (
    <SkeletonRegion label={words.loadingFailure}>
      <SkeletonLines lines={4} />
    </SkeletonRegion>
  );
}
