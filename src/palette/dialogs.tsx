// What shortcuts open, one at a time.
import { DrillsDialog } from '#src/board/drills-dialog.tsx';
import type { ThemeStore } from '#src/ui/theme.ts';
import type { DialogName } from './keyboard.tsx';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

type DialogsProps = {
  open: DialogName;
  theme: ThemeStore | null;
  onOpen: (name: DialogName | null) => void;
};

export function Dialogs({ open, theme, onOpen }: DialogsProps) {
  const close = () => onOpen(null);
  switch (open) {
    case 'palette':
      return <Palette theme={theme} onOpen={onOpen} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'drills':
      return <DrillsDialog onClose={close} />;
  }
}
