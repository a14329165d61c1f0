// Keys that runs on the board need and this desk does not have: what waits for each, and the way back.
import { useKeyDialogs } from '#src/connection/key-dialogs.ts';
import { needsKey } from '#src/records/derived.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import { isUnused, keyUse, keyUseWords } from '#src/failures/key-use.ts';
import { useRecords } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { useNow } from '#src/ui/now.tsx';
import * as words from './connection-words.tsx';
import * as keyWords from './key-words.tsx';
import styles from './key-item.module.css';
import list from './connection-page.module.css';
import page from './page.module.css';

/** How often the clock alone may change what waits, in ms. */
const REVIEW_MS = 60_000;

export function KeysMissing({ loaded }: { loaded: LoadedKeys }) {
  const records = useRecords();
  const now = useNow(REVIEW_MS);
  const dialogs = useKeyDialogs();
  const labels = new Map(
    records.filter((record) => needsKey(record, loaded)).map(({ keyId, keyLabel }) => [keyId, keyLabel]),
  );
  const missing = [...labels]
    .map(([id, label]) => ({ id, label, use: keyUse(id, records, now) }))
    .filter(({ use }) => !isUnused(use));
  if (missing.length === 0) return null;
  return (
    <>
      <Heading level={3} id="missing-keys">
        {words.notLoadedHere}
      </Heading>
      <p className={page['note']}>{words.onlyKeyThatStarted}</p>
      <ul className={list['keys']} aria-labelledby="missing-keys">
        {missing.map(({ id, label, use }) => (
          <li key={id} className={styles['key']}>
            <div className={styles['head']}>
              <strong className={styles['label']}>{label}</strong>
              <Button
                size="small"
                icon="key"
                aria-label={keyWords.enterThisKey(label)}
                onClick={() => void dialogs.open('switch', id, { keyLabel: label })}
              >
                {keyWords.enterKey}
              </Button>
            </div>
            <p>{words.waitingForIt(keyUseWords(use))}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
