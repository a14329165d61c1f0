// One notice for the whole page when the desk itself is out of reach, or has no key to work with.
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { useNavigate } from 'react-router';
import type { DeskConfig } from '#src/contract/desk.ts';
import { explain } from '#src/failures/explain.ts';
import { DeferredFailurePanel } from '#src/failures/deferred-failure-panel.tsx';
import { isLoginRequired } from '#src/connection/sign-in.ts';
import { isConnectionLost } from '#src/records/derived.ts';
import { useDesk, useDeskStatus, useRecords } from '#src/runs/desk-context.tsx';
import { failureFrom } from '#src/records/failure.ts';
import { Button } from '#src/ui/button.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { frameLate, settingsLate } from './late-parts.ts';
import * as words from './words.ts';
import styles from './connection-banner.module.css';

/** Only desks that others can reach ask for it. */
const SignInForm = frameLate.part(({ SignInForm }) => SignInForm);

/** Shown once in the life of most desks. */
const KeyFirstSteps = settingsLate.part(({ KeyFirstSteps }) => KeyFirstSteps);

export function ConnectionBanner({ config }: { config: UseQueryResult<DeskConfig> }) {
  const desk = useDesk();
  const { clock } = desk.environment;
  const records = useRecords();
  const navigate = useNavigate();
  const { signedOut, incomplete } = useDeskStatus();
  if (incomplete) return <Incomplete />;
  if (signedOut) return <SignedOut />;
  // A refusal from before the log-in, until the desk has been asked once more.
  if (config.isError && !isLoginRequired(config.error)) {
    const at = config.errorUpdatedAt === 0 ? clock.now() : config.errorUpdatedAt;
    const again = () => void config.refetch();
    return (
      <div className={styles['banner']}>
        <DeferredFailurePanel
          size="page"
          headingLevel={2}
          failure={{
            ...explain(config.error, 'desk', { at, target: '/desk/config' }),
            ...(config.data !== undefined && { lastGoodAt: config.dataUpdatedAt }),
          }}
          handlers={{
            reconnect: again,
            'check-now': again,
            'check-once-more': again,
            'check-connection': () => void navigate('/connection'),
          }}
        />
      </div>
    );
  }
  const lost = records.filter(isConnectionLost);
  const [first] = lost;
  if (first !== undefined && first.failure !== null) {
    return (
      <div className={styles['banner']}>
        <DeferredFailurePanel
          size="page"
          headingLevel={2}
          failure={{ ...first.failure, lastGoodAt: first.checkedAt }}
          handlers={{
            reconnect: () => {
              for (const { id } of lost) void desk.checkNow(id);
            },
          }}
        />
      </div>
    );
  }
  if (config.data?.keys.length !== 0) return null;
  return (
    <div className={styles['banner']}>
      <LazyPart>
        <KeyFirstSteps config={config.data} />
      </LazyPart>
    </div>
  );
}

/** Said once each time that it happens, however often the desk is asked meanwhile. */
function SignedOut() {
  const { clock } = useDesk().environment;
  const [at] = useState(() => clock.now());
  const request = { method: 'GET', target: '/desk/config', at } as const;
  return (
    <div className={styles['banner']}>
      <DeferredFailurePanel
        size="page"
        headingLevel={2}
        failure={failureFrom('signed-out', request, null)}
        handlers={{}}
      >
        <LazyPart>
          <SignInForm />
        </LazyPart>
      </DeferredFailurePanel>
    </div>
  );
}

/** Stands on nothing that has to be fetched. */
function Incomplete() {
  return (
    <div className={styles['banner']}>
      <Panel
        size="page"
        tone="danger"
        icon="alert"
        headingLevel={2}
        title={words.notWhole}
        actions={
          <Button
            variant="primary"
            onClick={() => {
              window.location.reload();
            }}
          >
            {words.reloadPage}
          </Button>
        }
      >
        <p>{words.nothingMoves}</p>
      </Panel>
    </div>
  );
}
