// What one press launches could not be written down, or not all of it.
import { Panel } from '#src/ui/panel.tsx';
import { NOT_WRITTEN } from './use-launch.ts';
import type { Launching } from './use-launch.ts';

export function NotWritten({ written, of }: NonNullable<Launching['failed']>) {
  return (
    <Panel tone="danger" icon="alert" headingLevel={2} title={NOT_WRITTEN}>
      <p>
        {written === 0
          ? 'Nothing was sent.'
          : `${written} of ${of} launches were written down and go out. Launching again adds the others, and none twice.`}{' '}
        A launch is written down in this browser before it goes out, and the browser refused to store it.
        Nothing entered was lost: free some space or allow storage for this page, then launch again.
      </p>
    </Panel>
  );
}
