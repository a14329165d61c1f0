// Listens for shortcuts on every page, and shows what some of them open. Their code comes when it is first wanted.
import { lazy, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import type { ThemeStore } from '#src/ui/theme.ts';
import * as words from './keyboard-words.ts';
import { isApple, SEQUENCE_MS, shortcutOf, typedBy } from './shortcuts.ts';
import { singleKeys } from './single-keys.ts';

const loadDialogs = () => import('./dialogs.tsx');
const Dialogs = lazy(async () => ({ default: (await loadDialogs()).Dialogs }));

/** Where letters are text, or choose from a list; and while a dialog is open nothing behind it is reached. */
const TYPING = ':read-write, select';

export type DialogName = 'palette' | 'shortcuts' | 'drills';

export function Keyboard({ theme }: { theme: ThemeStore | null }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const announce = useAnnounce();
  const [open, setOpen] = useState<DialogName | null>(null);
  const before = useRef({ typed: '', at: 0 });
  const apple = isApple();

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === (apple ? 'Meta' : 'Control')) preload();
    const typed = typedBy(event, apple);
    if (typed === null || event.repeat || event.isComposing || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const plain = typed.length === 1;
    if (plain && (!singleKeys.get() || (event.target as Element).matches(TYPING))) return;
    const { typed: first, at } = before.current;
    const does = shortcutOf(typed, event.timeStamp - at < SEQUENCE_MS ? first : '');
    before.current = { typed: does === undefined ? typed : '', at: event.timeStamp };
    if (does === undefined) return;
    event.preventDefault();
    if (does === 'palette' || does === 'shortcuts') setOpen(does);
    else if (does === 'filter') {
      const field = document.querySelector<HTMLInputElement>('main input[type=search]');
      if (field === null) announce(words.nothingToFind);
      field?.focus();
      field?.select();
    } else if (does !== 'launch') void navigate(does);
    else if (pathname !== '/launch') void navigate('/launch');
    else document.querySelector<HTMLElement>('main form :is(select, input)')?.focus();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  return (
    <>
      <Button
        variant="quiet"
        size="small"
        icon="search"
        iconOnly
        onPointerEnter={preload}
        onClick={() => setOpen('palette')}
      >
        {words.findOrDo(`${apple ? '⌘' : 'Ctrl'} K`)}
      </Button>
      {open !== null && (
        <LazyPart>
          <Dialogs open={open} theme={theme} onOpen={setOpen} />
        </LazyPart>
      )}
    </>
  );
}

/** Where it fails, opening says so. */
function preload() {
  void loadDialogs().catch(() => undefined);
}
