// The panel in the place of something that crashed.
import { use, useState } from 'react';
import type { HeadingLevel } from '#src/ui/heading.tsx';
import { ClockContext } from '#src/ui/now.tsx';
import { crashOf } from './explain.ts';
import { DeferredFailurePanel } from './deferred-failure-panel.tsx';
import type { FailureSize } from './view.ts';

type CrashPanelProps = {
  error: unknown;
  size: FailureSize;
  /** What was being shown, in words. */
  shown: string;
  headingLevel?: HeadingLevel | undefined;
  onReload: () => void;
};

/** Shows what was thrown as the failure `crashed`, dated when it is first rendered. */
export function CrashPanel({ error, size, shown, headingLevel, onReload }: CrashPanelProps) {
  const clock = use(ClockContext);
  const [at] = useState(() => clock.now());
  return (
    <DeferredFailurePanel
      failure={{ ...crashOf(error, { at }), shown, asked: false }}
      handlers={{ 'reload-panel': onReload }}
      size={size}
      headingLevel={headingLevel}
    />
  );
}
