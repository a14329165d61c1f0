// What becomes of the key that is replaced: kept for its runs, or forgotten, with what that orphans said beforehand.
import type { KeyUse } from '#src/failures/key-use.ts';
import { isUnused, keyUseWords } from '#src/failures/key-use.ts';
import { actionLabel } from '#src/failures/actions.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import * as words from './key-dialog-words.tsx';

type OldKeyProps = {
  /** The old key as it is called in a sentence. */
  name: string;
  use: KeyUse;
  keep: boolean;
  onChange: (keep: boolean) => void;
};

function orphaned(use: KeyUse): string {
  return isUnused(use) ? words.nothingNeedsIt : words.itHas(keyUseWords(use));
}

/** In place of a key that works, but not for everything. */
export function KeepOldKey({ name, use, keep, onChange }: OldKeyProps) {
  const forgets = isUnused(use) ? words.forgets : words.forgetsAndLoses;
  return (
    <Checkbox
      label={actionLabel('keep-old-key')}
      checked={keep}
      hint={(keep ? words.keeps : forgets)(name, orphaned(use))}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    />
  );
}

/** In place of a key that the API refuses. */
export function ForgetRefusedKey({ name, use, keep, onChange }: OldKeyProps) {
  return (
    <Checkbox
      label={words.ifAnotherForget(name)}
      checked={!keep}
      hint={`${orphaned(use)} ${keep ? words.staysPaused : words.waitsForSameKey}`}
      onChange={(event) => {
        onChange(!event.currentTarget.checked);
      }}
    />
  );
}
