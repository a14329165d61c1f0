// The page `/launch`.
import { useQuery } from '@tanstack/react-query';
import { preferredFirst, useKeyNotes } from '#src/connection/key-notes.ts';
import { configQuery } from '#src/connection/queries.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import { LaunchForm } from './launch-form.tsx';
import * as words from './words.ts';
import styles from './launch-page.module.css';

export function LaunchPage() {
  const { client } = useDesk().environment;
  const config = useQuery(configQuery(client));
  const { preferred } = useKeyNotes();
  return (
    <div className={styles['page']}>
      <PageTitle>{words.pageTitle}</PageTitle>
      <Heading level={1}>{words.launchAReport}</Heading>
      {config.data !== undefined &&
        (config.data.keys.length > 0 ? (
          <LaunchForm config={{ ...config.data, keys: preferredFirst(config.data.keys, preferred) }} />
        ) : (
          // What to do about it stands above, once for every page.
          <p className={styles['note']}>{words.formNeedsKey}</p>
        ))}
      {config.data === undefined &&
        (config.isError ? (
          // Why the desk cannot be reached stands above, once for every page.
          <p className={styles['note']}>{words.formNeedsDesk}</p>
        ) : (
          <SkeletonRegion label={words.loadingForm}>
            <SkeletonLines lines={6} />
          </SkeletonRegion>
        ))}
    </div>
  );
}
