// Every part that the desk is built of, in every state it has, on one page: to look at, and to take pictures of. Sandbox only.
import type { Clock } from '#src/ui/clock.ts';
import { Heading } from '#src/ui/heading.tsx';
import { ClockContext } from '#src/ui/now.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Buttons } from './buttons.tsx';
import { Fields } from './fields.tsx';
import { Foundations } from './foundations.tsx';
import { Notices } from './notices.tsx';
import { PARTS_NOW } from './samples.ts';
import { States } from './states.tsx';
import { Tables } from './tables.tsx';
import styles from './parts.module.css';

const STANDING_CLOCK: Clock = { now: () => PARTS_NOW, subscribe: () => () => undefined };

export function PartsPage() {
  return (
    <ClockContext value={STANDING_CLOCK}>
      <div className={styles['page']}>
        <PageTitle>Parts</PageTitle>
        <div className={styles['intro']}>
          <Heading level={1}>Parts</Heading>
          <p className={styles['note']}>
            What the pages are built of, in every state. Nothing here does anything to a run.
          </p>
        </div>
        <States />
        <Buttons />
        <Fields />
        <Notices />
        <Tables />
        <Foundations />
      </div>
    </ClockContext>
  );
}
