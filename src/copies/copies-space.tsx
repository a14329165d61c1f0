// How much the copies take, and how much this browser allows.
import { useQuery } from '@tanstack/react-query';
import { formatBytes, plural } from '#src/ui/number-format.ts';
import { sizeOf } from './copy-list.ts';
import type { SavedCopy } from './saved-copy.ts';
import styles from './copies.module.css';

/** Null where the browser does not say. */
async function freeSpace(): Promise<number | null> {
  // Typed as always there, but missing on plain http.
  const { storage } = navigator as { storage?: StorageManager };
  const { quota, usage } = (await storage?.estimate().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}

export function CopiesSpace({ copies }: { copies: readonly SavedCopy[] }) {
  const free = useQuery({
    queryKey: ['copies', 'space', copies.length],
    queryFn: freeSpace,
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <p className={styles['muted']}>
      {plural(copies.length, 'copy', 'copies')}, about {formatBytes(sizeOf(copies))}
      {free.data !== undefined &&
        free.data !== null &&
        `; this browser has room for ${formatBytes(free.data)} more`}
      . They are kept in this browser only.
    </p>
  );
}
