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
  /** What beginning anew by itself leaves the same: it is no news then that it crashed again. */
  newsId?: string | undefined;
  onReload: () => void;
};

/** Shows what was thrown as the failure `crashed`, dated when it is first rendered. */
export function CrashPanel({ error, size, shown, headingLevel, newsId, onReload }: CrashPanelProps) {
  const clock = use(ClockContext);
  const [at] = useState(() => clock.now());
  return (
    <DeferredFailurePanel
      failure={{ ...crashOf(error, { at }), shown, asked: false }}
      handlers={{
        'reload-panel': () => {
          onReload();
          // The button goes with its panel: the focus stays on the page.
          document.getElementById('main')?.focus({ preventScroll: true });
        },
      }}
      size={size}
      headingLevel={headingLevel}
      newsId={newsId}
    />
  );
}
