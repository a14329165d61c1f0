// What to do, in order, before anything can be launched: where a key is made, which permissions it needs for which report, and where
// its value is entered.
import { useLocation } from 'react-router';
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import type { DeskConfig } from '#src/contract/desk.ts';
import { REPORTS } from '#src/contract/reports.ts';
import { actionLabel } from '#src/failures/actions.ts';
import { firstKeyRequest } from '#src/failures/admin-request.ts';
import { Button } from '#src/ui/button.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { formatList } from '#src/ui/number-format.ts';
import { Panel } from '#src/ui/panel.tsx';
import * as words from './key-dialog-words.tsx';
import styles from './key-dialog.module.css';

/** Reports by what their key has to be allowed. */
function byScopes(): [scopes: string, titles: string][] {
  const groups = new Map<string, string[]>();
  for (const { scopes, title } of REPORTS) {
    const name = formatList([...scopes]);
    groups.set(name, [...(groups.get(name) ?? []), title]);
  }
  return [...groups].map(([scopes, titles]) => [scopes, formatList(titles)]);
}

export function KeyFirstSteps({ config }: { config: DeskConfig }) {
  const dialogs = useKeyDialogs();
  const isHere = useLocation().pathname === '/connection';
  return (
    <Panel
      size="page"
      tone="waiting"
      icon="key"
      headingLevel={2}
      title={words.noKeyYet}
      actions={
        <>
          {!isHere && (
            <Button variant="primary" icon="key" onClick={() => void dialogs.open('enter', null)}>
              {words.enterKey}
            </Button>
          )}
          <CopyButton text={() => firstKeyRequest(config.upstream)} variant="secondary">
            {actionLabel('copy-request')}
          </CopyButton>
        </>
      }
    >
      <p>{words.needsKey(config.upstream)}</p>
      <ol className={styles['steps']}>
        <li>{words.makeKey}</li>
        <li>
          {words.scopesDecide}
          <ul>
            {byScopes().map(([scopes, titles]) => (
              <li key={scopes}>{words.scopesFor(scopes, titles)}</li>
            ))}
            <li>{words.contentFor}</li>
          </ul>
        </li>
        <li>{isHere ? words.enterValueBelow : words.enterValueHere}</li>
        <li>{words.thenLaunch}</li>
      </ol>
      {config.mode === 'sandbox' && <p>{words.sandboxKeys}</p>}
    </Panel>
  );
}
