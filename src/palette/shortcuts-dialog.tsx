// All shortcuts, and the switch for those of a single key.
import { Fragment } from 'react';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useRemembered } from '#src/ui/remembered.ts';
import { isApple, SHORTCUTS } from './shortcuts.ts';
import { singleKeys } from './single-keys.ts';
import * as words from './words.ts';
import styles from './palette.module.css';

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const on = useRemembered(singleKeys);
  return (
    <Dialog open title={words.shortcuts} size="medium" onClose={onClose}>
      <table aria-label={words.shortcuts}>
        <tbody>
          {Object.entries(SHORTCUTS).map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row" className={styles['keys']}>
                <Keys keys={keys.split(' ')} />
              </th>
              <td>
                {words.shortcutActs[does]}
                {!on && does !== 'palette' && <span className={styles['note']}> {words.off}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Checkbox
        label={words.singleKeys}
        hint={words.singleKeysHint(`${nameOf('mod')} ${nameOf('k')}`)}
        checked={on}
        onChange={({ target }) => singleKeys.set(target.checked)}
      />
    </Dialog>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key, place) => (
    <Fragment key={key}>
      {place > 0 && (keys[0] === 'mod' ? ' ' : ` ${words.afterwards} `)}
      <kbd>{nameOf(key)}</kbd>
    </Fragment>
  ));
}

function nameOf(key: string): string {
  if (key === 'mod') return isApple() ? '⌘' : 'Ctrl';
  return key === 'k' ? 'K' : key;
}
