// One saved copy in the list: what it is, how much of the result it holds, and what can be done with it.
import { useState } from 'react';
import { Link } from 'react-router';
import { download } from '#src/exports/download.ts';
import { exportFileName } from '#src/exports/file-name.ts';
import { describeRequest, runTitle } from '#src/records/words.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { formatBytes, formatNumber, plural } from '#src/ui/number-format.ts';
import { StatusMark } from '#src/ui/status.tsx';
import { formatInstant } from '#src/ui/time-format.ts';
import { useCopies } from './copies-context.tsx';
import { copyFile } from './copy-file.ts';
import type { SavedCopy } from './saved-copy.ts';
import styles from './copies.module.css';

const SOURCES: Readonly<Record<SavedCopy['source'], string>> = {
  operator: 'saved',
  automatic: 'saved by the desk itself',
  file: 'from a file, saved',
};

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
              {plural(copy.rowCount, 'row', 'rows')}
            </StatusMark>
          ) : (
            <StatusMark tone="waiting" icon="doubt">
              {`Only a part: ${formatNumber(copy.rowCount)}${copy.total === null ? '' : ` of ${formatNumber(copy.total)}`} rows`}
            </StatusMark>
          )}
          <span>{copy.cutoff === null ? 'Final' : 'Its last period was open'}</span>
          <span>{formatBytes(copy.size)}</span>
          <span>
            {SOURCES[copy.source]} {formatInstant(copy.capturedAt, { timeZone })}
          </span>
          {copy.keyLabel !== '' && <span>key {copy.keyLabel}</span>}
        </p>
        <output className={styles['muted']}>
          {state === 'lost' && 'The browser does not give this copy back, so there is no file.'}
        </output>
      </div>
      <div className={styles['actions']}>
        <Link
          className={buttonClass('secondary', 'small')}
          to={`/copies/${copy.id}`}
          aria-label={`Open ${title}`}
        >
          Open
        </Link>
        <Button
          size="small"
          variant="quiet"
          busy={state === 'busy'}
          aria-label={`Export to a file: ${title}`}
          onClick={() => void exportFile()}
        >
          Export to a file
        </Button>
        <Button size="small" variant="quiet" aria-label={`Remove ${title}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </li>
  );
}
