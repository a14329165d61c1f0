// The saved copies for React. They are those of the browser unless a test gives others.
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import { createCopies } from './copies.ts';
import type { Copies, CopyList } from './copies.ts';
import type { SavedCopy } from './saved-copy.ts';

/** See the top of this file. */
export const CopiesContext = createContext<Copies>(createCopies());

/** What can be done with copies. */
export function useCopies(): Copies {
  return useContext(CopiesContext);
}

/** The list, which is read when it is first wanted. */
export function useCopyList(): CopyList {
  const copies = useCopies();
  const { clock } = useDesk().environment;
  useEffect(() => {
    void copies.open(clock.now());
  }, [copies, clock]);
  return useSyncExternalStore(copies.subscribe, copies.list);
}

/** The copy with this id, null where there is none. */
export function useCopy(id: string): SavedCopy | null {
  return useCopyList().copies.find((copy) => copy.id === id) ?? null;
}
