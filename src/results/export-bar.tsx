// Takes a result out of the desk, or keeps it in this browser: all of it, which may have to be loaded first, or what is there.
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'react-router';
import { useCopy } from '#src/copies/copies-context.tsx';
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import type { ResultView } from '#src/rows/view.ts';
import { Button } from '#src/ui/button.tsx';
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { CopyNotSaved } from './copy-not-saved.tsx';
import * as copyWords from './copy-words.ts';
import { ExportOptions } from './export-options.tsx';
import * as words from './export-words.ts';
import { rowsLine } from './result-text.ts';
import { useExport } from './use-export.ts';
import type { Taking } from './use-export.ts';
import type { ResultReading } from './use-result-pages.ts';
import styles from './export-bar.module.css';

type ExportBarProps = {
  readonly record: RunRecord;
  readonly gathered: Gathered;
  /** What the table shows, where there is one. */
  readonly view: ResultView | null;
  /** How the rest is read; null where nothing more can be read. */
  readonly reading: Pick<ResultReading, 'loadAll' | 'loadingAll' | 'pause'> | null;
  /** The copy that the rows are from, null where they are from the API. */
  readonly copy: SavedCopy | null;
};

export function ExportBar({ record, gathered, view, reading, copy }: ExportBarProps) {
  const [wish, setWish] = useState<Taking | null>(null);
  const [scope, setScope] = useState<'all' | 'shown'>('all');
  const saved = useCopy(record.id)?.complete === true;
  const selects = view !== null && (view.filtered || view.narrowed);
  const shown = selects && scope === 'shown' ? view : null;
  const { take, progress, outcome, forget } = useExport({ record, gathered, shown, copy });
  const follows = gathered.end === 'more';

  /** What is asked for is all of it, so the rest is loaded first. */
  function press(taking: Taking) {
    forget();
    if (!follows || reading === null) return take(taking);
    setWish(taking);
    return reading.loadAll();
  }

  function takeNow(taking: Taking) {
    setWish(null);
    reading?.pause();
    take(taking);
  }

  const fulfil = useEffectEvent(() => {
    if (wish !== null) takeNow(wish);
  });
  const isReady = wish !== null && !follows && shown?.busy !== true;
  useEffect(() => {
    // After the render that brought the last rows, not in the midst of it.
    if (isReady) queueMicrotask(() => fulfil());
  }, [isReady]);

  return (
    <section aria-label={words.exportAndSave} className={styles['bar']}>
      <div className={styles['buttons']}>
        <Button icon="download" busy={progress?.taking === 'csv'} onClick={() => press('csv')}>
          {words.exportCsv}
        </Button>
        <Button icon="download" busy={progress?.taking === 'json'} onClick={() => press('json')}>
          {words.exportJson}
        </Button>
        {copy === null && (
          <Button
            icon={saved ? 'check' : 'plus'}
            busy={progress?.taking === 'copy'}
            disabledReason={saved ? copyWords.allRowsKept : undefined}
            onClick={() => press('copy')}
          >
            {saved ? copyWords.copySaved : copyWords.saveCopy}
          </Button>
        )}
        <ExportOptions />
        {selects && (
          <ChoiceGroup
            legend={words.csvHolds}
            legendAt="beside"
            look="segments"
            className={styles['holds']}
            choices={[
              { value: 'all', label: words.everything },
              { value: 'shown', label: words.whatTableShows(view.count) },
            ]}
            value={scope}
            onChange={setScope}
          />
        )}
      </div>
      {wish !== null && (
        <div className={styles['wait']}>
          <p>
            {(wish === 'copy' ? words.copyWaits : words.fileWaits)(
              rowsLine(gathered),
              reading?.loadingAll !== true,
            )}
          </p>
          {reading !== null && !reading.loadingAll && (
            <Button size="small" variant="primary" onClick={reading.loadAll}>
              {words.loadRest}
            </Button>
          )}
          <Button size="small" onClick={() => takeNow(wish)}>
            {(wish === 'copy' ? words.saveNow : words.exportNow)(gathered.rows.length)}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              reading?.pause();
              setWish(null);
            }}
          >
            {wish === 'copy' ? words.doNotSave : words.doNotExport}
          </Button>
        </div>
      )}
      {progress !== null && progress.share !== null && (
        <ProgressBar label={words.rowsWritten} value={progress.share * 100} />
      )}
      <output className={styles['outcome']}>
        {outcome?.text}
        {outcome?.kind === 'saved' && (
          <>
            {' '}
            <Link to="/copies">{words.savedCopies}</Link>
          </>
        )}
      </output>
      {outcome?.kind === 'not-saved' && (
        <CopyNotSaved record={record} at={outcome.at} size="page" onExport={() => take('csv')} />
      )}
    </section>
  );
}
