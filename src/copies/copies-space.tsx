// How much the copies take, and how much this browser allows.
import { useQuery } from '@tanstack/react-query';
import { formatBytes } from '#src/ui/number-format.ts';
import { sizeOf } from './copy-list.ts';
import type { SavedCopy } from './saved-copy.ts';
import * as words from './words.ts';
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
  const room = free.data ?? null;
  const size = formatBytes(sizeOf(copies));
  return (
    <p className={styles['muted']}>
      {room === null
        ? words.takeSpace(copies.length, size)
        : words.takeSpaceOf(copies.length, size, formatBytes(room))}
    </p>
  );
}
