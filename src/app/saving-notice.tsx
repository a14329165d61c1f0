// One notice for the whole page where what the desk writes down does not outlive this tab.
import { useState } from 'react';
import { useDesk, useSaving } from '#src/runs/desk-context.tsx';
import type { SavingState } from '#src/records/saved-store.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Panel } from '#src/ui/panel.tsx';
import * as words from './frame-words.tsx';
import styles from './connection-banner.module.css';

/** What helps; nothing else is tried by itself. */
const ACTIONS: Readonly<Record<Exclude<SavingState, 'saved'>, 'retry' | 'reload'>> = {
  blocked: 'retry',
  full: 'retry',
  failed: 'retry',
  cleared: 'retry',
  'newer-version': 'reload',
};

export function SavingNotice() {
  const { saving } = useDesk().environment;
  const state = useSaving();
  const announce = useAnnounce();
  const [again, setAgain] = useState<'idle' | 'trying' | 'failed'>('idle');
  if (state === 'saved') return null;
  const { title, text } = words.notSaved[state];
  const action = ACTIONS[state];

  async function retry() {
    setAgain('trying');
    const saved = (await saving?.retry()) ?? false;
    setAgain(saved ? 'idle' : 'failed');
    announce(saved ? words.savedAgain : words.stillNotSaved);
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
                {words.saveAgain}
              </Button>
            )}
            {action === 'reload' && (
              <Button
                variant="primary"
                onClick={() => {
                  window.location.reload();
                }}
              >
                {words.reload}
              </Button>
            )}
          </>
        }
      >
        <p>{text}</p>
        {again === 'failed' && <p>{words.triedInVain}</p>}
      </Panel>
    </div>
  );
}
