// All shortcuts, and the switch for those of a single key.
import { Fragment } from 'react';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useRemembered } from '#src/ui/remembered.ts';
import { isApple, SHORTCUTS } from './shortcuts.ts';
import type { ShortcutAct } from './shortcuts.ts';
import { singleKeys } from './single-keys.ts';
import styles from './palette.module.css';

const WORDS: Readonly<Record<ShortcutAct, string>> = {
  '/': 'Go to the board',
  '/launch': 'Go to Launch',
  '/copies': 'Go to Saved copies',
  '/connection': 'Go to Connection',
  launch: 'Launch a report: to the form, and in the form to its first field',
  filter: 'Find in what the page shows',
  shortcuts: 'Show keyboard shortcuts',
  palette: 'Find a page or a run, or do something',
};

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const on = useRemembered(singleKeys);
  return (
    <Dialog open title="Keyboard shortcuts" size="medium" onClose={onClose}>
      <table aria-label="Keyboard shortcuts">
        <tbody>
          {Object.entries(SHORTCUTS).map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row" className={styles['keys']}>
                <Keys keys={keys.split(' ')} />
              </th>
              <td>
                {WORDS[does]}
                {!on && does !== 'palette' && <span className={styles['note']}> (off)</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox
        label="Shortcuts of single keys"
        hint={`Without them only ${nameOf('mod')} ${nameOf('k')} is heard, and ordinary typing outside of a field does nothing. In fields and dialogs they are never heard.`}
        checked={on}
        onChange={({ target }) => singleKeys.set(target.checked)}
      />
    </Dialog>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key, place) => (
    <Fragment key={key}>
      {place > 0 && (keys[0] === 'mod' ? ' ' : ' then ')}
      <kbd>{nameOf(key)}</kbd>
    </Fragment>
  ));
}

function nameOf(key: string): string {
  if (key === 'mod') return isApple() ? '⌘' : 'Ctrl';
  return key === 'k' ? 'K' : key;
}
