// One notice for the whole page where what the desk writes down does not outlive this tab.
import { useState } from 'react';
import { useDesk, useSaving } from '#src/runs/desk-context.tsx';
import type { SavingState } from '#src/records/saved-store.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Panel } from '#src/ui/panel.tsx';
import styles from './connection-banner.module.css';

type Words = { readonly title: string; readonly text: string; readonly action: 'retry' | 'reload' | null };

const FOUND_AGAIN =
  'Launches that were sent are found again through the gateway, as cards marked From another browser. Those still in the queue are lost when this tab is closed.';

const WORDS: Readonly<Record<Exclude<SavingState, 'saved'>, Words>> = {
  blocked: {
    title: 'This browser saves nothing here',
    text: `It does not let this page keep data, so the desk works from memory until the tab is closed. ${FOUND_AGAIN}`,
    action: 'retry',
  },
  full: {
    title: 'No space left to save',
    text: `The browser’s storage is full, so the desk works from memory until there is space. Free some, then save again. ${FOUND_AGAIN}`,
    action: 'retry',
  },
  failed: {
    title: 'Saving does not work',
    text: `The browser’s storage reports a fault, so the desk works from memory. ${FOUND_AGAIN}`,
    action: 'retry',
  },
  cleared: {
    title: 'This site’s data was cleared',
    text: 'What this tab still knew is kept in memory. Save again to write it back to the browser’s storage.',
    action: 'retry',
  },
  'newer-version': {
    title: 'A newer version of this desk is open',
    text: 'It has taken over the records in this browser. Reload this tab to go on with it; what is launched here until then is not saved.',
    action: 'reload',
  },
};

export function SavingNotice() {
  const { saving } = useDesk().environment;
  const state = useSaving();
  const announce = useAnnounce();
  const [again, setAgain] = useState<'idle' | 'trying' | 'failed'>('idle');
  if (state === 'saved') return null;
  const { title, text, action } = WORDS[state];

  async function retry() {
    setAgain('trying');
    const saved = (await saving?.retry()) ?? false;
    setAgain(saved ? 'idle' : 'failed');
    announce(saved ? 'Everything is saved in this browser again.' : 'Saving still does not work.');
  }

  return (
    <div className={styles['banner']}>
      <Panel
        size="page"
        tone="waiting"
        icon="alert"
        headingLevel={2}
        title={title}
        actions={
          <>
            {action === 'retry' && (
              <Button busy={again === 'trying'} onClick={() => void retry()}>
                Save again
              </Button>
            )}
            {action === 'reload' && (
              <Button
                variant="primary"
                onClick={() => {
                  window.location.reload();
                }}
              >
                Reload
              </Button>
            )}
          </>
        }
      >
        <p>{text}</p>
        {again === 'failed' && <p>It was tried and still does not work.</p>}
      </Panel>
    </div>
  );
}
