// What one press launches could not be written down, or not all of it.
import { Panel } from '#src/ui/panel.tsx';
import type { Launching } from './use-launch.ts';
import * as words from './notice-words.tsx';

export function NotWritten({ written, of }: NonNullable<Launching['failed']>) {
  return (
    <Panel tone="danger" icon="alert" headingLevel={2} title={words.notWritten}>
      <p>
        {written === 0 ? words.nothingSent : words.someSent(written, of)} {words.writtenDownFirst}
      </p>
    </Panel>
  );
}
