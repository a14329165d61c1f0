// The top of a run's page: what was asked for, and what can be done with it.
import type { ReactNode } from 'react';
import type { RunRecord } from '#src/records/record.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import { Heading } from '#src/ui/heading.tsx';
import styles from './result-page.module.css';

export function RunHeading({ record, actions }: { record: RunRecord; actions?: ReactNode }) {
  return (
    <header className={styles['header']}>
      <div>
        <Heading level={1}>{runTitle(record)}</Heading>
        <p className={styles['request']}>{describeRequest(record)}</p>
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
}
