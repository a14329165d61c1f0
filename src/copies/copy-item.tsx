// One saved copy in the list: what it is, how much of the result it holds, and what can be done with it.
import { useState } from 'react';
import { Link } from 'react-router';
import { download } from '#src/exports/download.ts';
import { exportFileName } from '#src/exports/file-name.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { formatBytes } from '#src/ui/number-format.ts';
import { StatusMark } from '#src/ui/status.tsx';
import { formatInstant } from '#src/ui/time-format.ts';
import { useCopies } from './copies-context.tsx';
import { copyFile } from './copy-file.ts';
import type { SavedCopy } from './saved-copy.ts';
import * as words from './words.ts';
import styles from './copies.module.css';

type CopyItemProps = { readonly copy: SavedCopy; readonly onRemove: () => void };

export function CopyItem({ copy, onRemove }: CopyItemProps) {
  const copies = useCopies();
  const [state, setState] = useState<'idle' | 'busy' | 'lost'>('idle');
  const title = runTitle(copy);
  const { timeZone } = copy.mailbox;

  async function exportFile() {
    setState('busy');
    const file = await copyFile(copies, copy);
    if (file !== null) download(file, exportFileName(copy, 'json', { partial: !copy.complete }));
    setState(file === null ? 'lost' : 'idle');
  }

  return (
    <li className={styles['copy']}>
      <div>
        <Heading level={2} className={styles['title']}>
          <Link to={`/copies/${copy.id}`}>{title}</Link>
        </Heading>
        <p className={styles['muted']}>{describeRequest(copy)}</p>
        <p className={styles['facts']}>
          {copy.complete ? (
            <StatusMark tone="done" icon="done">
              {words.rows(copy.rowCount)}
            </StatusMark>
          ) : (
            <StatusMark tone="waiting" icon="doubt">
              {copy.total === null
                ? words.onlyPart(copy.rowCount)
                : words.onlyPartOf(copy.rowCount, copy.total)}
            </StatusMark>
          )}
          <span>{copy.cutoff === null ? words.final : words.lastPeriodOpen}</span>
          <span>{formatBytes(copy.size)}</span>
          <span>{words.savedAt[copy.source](formatInstant(copy.capturedAt, { timeZone }))}</span>
          {copy.keyLabel !== '' && <span>{words.withKey(copy.keyLabel)}</span>}
        </p>
        <output className={styles['muted']}>{state === 'lost' && words.notGivenBack}</output>
      </div>
      <div className={styles['actions']}>
        <Link
          className={buttonClass('secondary', 'small')}
          to={`/copies/${copy.id}`}
          aria-label={words.openCopy(title)}
        >
          {words.open}
        </Link>
        <Button
          size="small"
          variant="quiet"
          busy={state === 'busy'}
          aria-label={words.exportCopy(title)}
          onClick={() => void exportFile()}
        >
          {words.exportToFile}
        </Button>
        <Button size="small" variant="quiet" aria-label={words.removeCopy(title)} onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}
