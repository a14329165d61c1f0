// What one row of the catalogue is.
import type { FailureKind } from '#src/records/failure-kind.ts';
import type { IconName } from '#src/ui/icon.tsx';
import type { Tone } from '#src/ui/status.tsx';
import type { ActionId } from './actions.ts';
import type { FailureSize, FailureView } from './view.ts';

/** When and where the words are read. `now` is epoch ms of the desk's clock. */
export type Telling = { readonly now: number; readonly size: FailureSize };

/** Words and actions of one kind (failures.md). */
export type FailureEntry = {
  readonly title: string;
  /** Red only where something is lost or needs action now, amber for waiting and doubt, neutral for what is over. */
  readonly tone: Tone;
  readonly icon: IconName;
  /** What happened, why where it is known, what to do: one paragraph each, plain text. */
  readonly said: (view: FailureView, telling: Telling) => readonly string[];
  /** `countdown` = nothing to press: it goes on by itself, and the time left stands in the button's place. */
  readonly primary: ActionId | 'countdown' | null;
  readonly secondary: readonly ActionId[];
};

/** Some rows of the catalogue. */
export type Entries = Partial<Record<FailureKind, FailureEntry>>;
