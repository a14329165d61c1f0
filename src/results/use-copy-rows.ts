// The rows of a saved copy, read piece by piece while the page stays usable.
import { useQuery } from '@tanstack/react-query';
import type { ResultRow } from '#src/contract/envelope.ts';
import type { Copies } from '#src/copies/copies.ts';
import { useCopies } from '#src/copies/copies-context.tsx';
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import { createColumnFinder } from '#src/rows/columns.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';

/** Null where a piece is missing or broken: a part is never given for the whole. */
async function readRows(copies: Copies, copy: SavedCopy): Promise<Gathered | null> {
  const finder = createColumnFinder();
  const rows: ResultRow[] = [];
  try {
    const whole = await copies.pieces(copy, (piece) => {
      const read = JSON.parse(piece) as readonly ResultRow[];
      finder.add(read);
      rows.push(...read);
    });
    if (!whole || rows.length !== copy.rowCount) return null;
  } catch {
    return null;
  }
  return {
    rows,
    columns: finder.columns(),
    end: copy.complete ? 'complete' : 'more',
    total: copy.total,
    cutoff: copy.cutoff,
    repeated: 0,
  };
}

/** `lost`: the copy is there, but cannot be read. */
export function useCopyRows(copy: SavedCopy): Gathered | 'reading' | 'lost' {
  const copies = useCopies();
  const { data } = useQuery({
    queryKey: ['copies', copy.id, 'rows', copy.capturedAt],
    queryFn: () => readRows(copies, copy),
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  return data === undefined ? 'reading' : (data ?? 'lost');
}
