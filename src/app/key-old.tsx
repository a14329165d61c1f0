// What becomes of the key that is replaced: kept for its runs, or forgotten, with what that orphans said beforehand.
import type { KeyUse } from '#src/failures/key-use.ts';
import { isUnused, keyUseWords } from '#src/failures/key-use.ts';
import { actionLabel } from '#src/failures/actions.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';

type OldKeyProps = {
  /** The old key as it is called in a sentence. */
  name: string;
  use: KeyUse;
  keep: boolean;
  onChange: (keep: boolean) => void;
};

function orphaned(use: KeyUse): string {
  return isUnused(use) ? 'Nothing on this board needs it.' : `It has ${keyUseWords(use)}.`;
}

/** In place of a key that works, but not for everything. */
export function KeepOldKey({ name, use, keep, onChange }: OldKeyProps) {
  return (
    <Checkbox
      label={actionLabel('keep-old-key')}
      checked={keep}
      hint={
        keep
          ? `Runs started with ${name} can be read only with ${name}. ${orphaned(use)} Both keys stay loaded: new launches use the new one, and the old runs are followed with the old one until they end.`
          : `${orphaned(use)} Once the new key works, ${name} is forgotten here${
              isUnused(use) ? '' : ', and none of that can be followed or read until it is entered again'
            }.`
      }
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
      label={`If this is another key, forget ${name}`}
      checked={!keep}
      hint={`${orphaned(use)} ${
        keep
          ? 'It stays loaded and paused.'
          : 'What it has then waits as “Belongs to another key” until the same key is entered again.'
      }`}
      onChange={(event) => {
        onChange(!event.currentTarget.checked);
      }}
    />
  );
}
