// Both dialogs of presets, as one piece of code: whoever opens the one soon opens the other.
import type { FormState } from './form-state.ts';
import { PresetManager } from './preset-manager.tsx';
import { PresetSave } from './preset-save.tsx';

type PresetDialogsProps = {
  readonly open: 'save' | 'manage';
  readonly form: FormState;
  readonly onClose: () => void;
};

export function PresetDialogs({ open, form, onClose }: PresetDialogsProps) {
  return open === 'save' ? (
    <PresetSave form={form} onClose={onClose} />
  ) : (
    <PresetManager keyId={form.keyId} onClose={onClose} />
  );
}
