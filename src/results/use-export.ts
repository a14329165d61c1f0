// Writes rows to a file or keeps them as a copy, with what is shown meanwhile and what became of it.
import { useState } from 'react';
import { useCopies } from '#src/copies/copies-context.tsx';
import { useDesk } from '#src/runs/desk-context.tsx';
import { exportResult, headOfSource, partWords } from './export-result.ts';
import type { ExportSource } from './export-result.ts';
import * as words from './export-words.ts';

/** What is made of the rows. */
export type Taking = 'csv' | 'json' | 'copy';

/** What became of it, in words. */
type Outcome = {
  readonly kind: 'exported' | 'saved' | 'not-saved';
  readonly text: string;
  readonly at: number;
};

/** Under way; `share` from 0 to 1 once it takes long enough to be shown. */
type Progress = { readonly taking: Taking; readonly share: number | null };

/** See the top of this file. A second press while one is under way does nothing. */
export function useExport(source: ExportSource) {
  const { clock } = useDesk().environment;
  const copies = useCopies();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function run(taking: Taking): Promise<Outcome> {
    const at = clock.now();
    if (taking !== 'copy') {
      const onProgress = (share: number) => setProgress({ taking, share });
      return { kind: 'exported', text: await exportResult(taking, source, { now: at, onProgress }), at };
    }
    const head = headOfSource(source, at);
    const saved = await copies.save({ head, rows: source.gathered.rows, source: 'operator' });
    if (saved === 'not-saved') return { kind: 'not-saved', text: '', at };
    const text = saved === 'kept' ? words.wholeIsSaved : partWords(head) + words.copyIsSaved(head.rowCount);
    return { kind: 'saved', text, at };
  }

  return {
    progress,
    outcome,
    forget: () => setOutcome(null),
    take: (taking: Taking) => {
      if (progress !== null) return;
      setOutcome(null);
      setProgress({ taking, share: null });
      void run(taking)
        .then(setOutcome, (error: unknown) => {
          // Ours: the boundary above says so.
          setOutcome(() => {
            throw error;
          });
        })
        .finally(() => setProgress(null));
    },
  };
}
