// *Run again*: the stored launch once more, unless another card has it already and that one serves.
import { useCopyList } from '#src/copies/copies-context.tsx';
import { wholeCopies } from '#src/copies/copy-list.ts';
import { loadedKeys } from '#src/runs/environment.ts';
import { DOUBLE_PRESS_MS } from '#src/runs/desk.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { findDuplicate } from '#src/records/duplicates.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { KeyChoice } from '#src/connection/key-dialogs.ts';
import { useAskAboutDuplicate } from './duplicate-dialog.ts';

/** Gives the new record, or null where the operator took what is there. `record` itself never stands in the way. */
type RunAgain = (record: RunRecord, key?: KeyChoice) => Promise<RunRecord | null>;

export function useRunAgain(): RunAgain {
  const desk = useDesk();
  const ask = useAskAboutDuplicate();
  const copied = wholeCopies(useCopyList());
  return async (record, key) => {
    const { clock, records } = desk.environment;
    const others = records.all().filter(({ id }) => id !== record.id);
    const keys = loadedKeys(desk.environment);
    const found = findDuplicate(record.fingerprint, others, clock.now(), keys, copied);
    if (found !== null) {
      const { rerunOf, pressedAt } = found.record;
      if (rerunOf === record.id && clock.now() - pressedAt < DOUBLE_PRESS_MS) return found.record;
      if (!(await ask(found))) return null;
    }
    return desk.runAgain(record, key);
  };
}
