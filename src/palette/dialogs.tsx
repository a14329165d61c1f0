// What shortcuts open, one at a time.
import { DrillList } from '#src/board/drill-list.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import type { ThemeStore } from '#src/ui/theme.ts';
import type { DialogName } from './keyboard.tsx';
import { Palette } from './palette.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import * as words from './words.ts';

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
      return (
        <Dialog open size="large" title={words.drills} onClose={close}>
          <DrillList onLeave={close} />
        </Dialog>
      );
  }
}
