// What stands where a page will be while its code is on the way.
import { SkeletonLines, SkeletonRegion } from '#src/ui/skeleton.tsx';
import * as words from './words.ts';
import styles from './page.module.css';

export function PageLoading() {
  return (
    <div className={styles['page']}>
      <SkeletonRegion label={words.loadingPage}>
        <SkeletonLines lines={6} />
      </SkeletonRegion>
    </div>
  );
}
