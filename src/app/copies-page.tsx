// Saved copies of results: `/copies` the list of them, `/copies/:id` one.
import { Link, useParams } from 'react-router';
import { CopiesList } from '#src/copies/copies-list.tsx';
import { CopiesSpace } from '#src/copies/copies-space.tsx';
import { useCopyList } from '#src/copies/copies-context.tsx';
import { CopyChoices } from '#src/copies/copy-choices.tsx';
import { CopyImport } from '#src/copies/copy-import.tsx';
import { CopyView } from '#src/results/copy-view.tsx';
import { buttonClass } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import * as words from './copies-words.ts';
import * as shared from './words.ts';
import styles from './page.module.css';

export function CopiesPage() {
  const { id } = useParams();
  const { state, copies } = useCopyList();
  if (state === 'unread') {
    return (
      <SkeletonRegion label={words.lookingForCopies}>
        <SkeletonLines lines={6} />
      </SkeletonRegion>
    );
  }
  if (id === undefined) return <AllCopies />;
  const copy = copies.find((one) => one.id === id);
  return copy === undefined ? <NoSuchCopy /> : <CopyView key={id} copy={copy} />;
}

function AllCopies() {
  const { state, copies } = useCopyList();
  return (
    <div className={styles['page']}>
      <PageTitle>{shared.savedCopies}</PageTitle>
      <Heading level={1}>{shared.savedCopies}</Heading>
      {state === 'blocked' && (
        <Panel size="page" tone="waiting" icon="alert" headingLevel={2} title={words.noCopiesHere}>
          {words.nothingKept}
        </Panel>
      )}
      {copies.length > 0 && (
        <>
          <CopiesSpace copies={copies} />
          <CopiesList copies={copies} />
        </>
      )}
      {copies.length === 0 && state === 'ready' && (
        <EmptyState
          title={words.noCopySaved}
          icon="download"
          actions={
            <Link className={buttonClass()} to="/">
              {shared.goToBoard}
            </Link>
          }
        >
          {words.howToSave}
        </EmptyState>
      )}
      {state === 'ready' && (
        <section className={styles['sections']} aria-label={words.settingsOfCopies}>
          <CopyImport />
          <CopyChoices />
        </section>
      )}
    </div>
  );
}

function NoSuchCopy() {
  return (
    <EmptyState
      title={words.noSuchCopy}
      icon="search"
      headingLevel={1}
      actions={
        <Link className={buttonClass('primary')} to="/copies">
          {shared.savedCopies}
        </Link>
      }
    >
      {words.removedOrElsewhere}
    </EmptyState>
  );
}
