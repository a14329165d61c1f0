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
      title="No key yet"
      actions={
        <>
          {!isHere && (
            <Button variant="primary" icon="key" onClick={() => void dialogs.open('enter', null)}>
              Enter key
            </Button>
          )}
          <CopyButton text={() => firstKeyRequest(config.upstream)} variant="secondary">
            {actionLabel('copy-request')}
          </CopyButton>
        </>
      }
    >
      <p>This desk is connected to {config.upstream} and needs a key of your account first:</p>
      <ol className={styles['steps']}>
        <li>
          A system administrator makes a key in Emailgistics <strong>Admin → API Access → Add Key</strong>: a
          name, an expiry date, and the mailboxes you report on. None of it can be changed later.
        </li>
        <li>
          Scopes decide what the key can do:
          <ul>
            {byScopes().map(([scopes, titles]) => (
              <li key={scopes}>
                <strong>{scopes}</strong> for {titles}
              </li>
            ))}
            <li>
              <strong>messages:content</strong> too, to download attachments
            </li>
          </ul>
        </li>
        <li>
          Its value is shown once. Enter it {isHere ? 'under “Add a key” on this page' : 'here'}: it is
          checked and kept by this desk’s gateway, never in this browser.
        </li>
        <li>Then launch a report.</li>
      </ol>
      {config.mode === 'sandbox' && (
        <p>The sandbox’s own keys come back when its gateway is started again.</p>
      )}
    </Panel>
  );
}
