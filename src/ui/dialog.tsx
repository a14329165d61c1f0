// A modal dialog on the native element, which keeps the focus inside and gives it back to what opened it.
import { useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { AnnouncerProvider } from './announcer.tsx';
import { Button } from './button.tsx';
import * as words from './control-words.ts';
import styles from './dialog.module.css';

type DialogProps = {
  /** Nothing is rendered while false: contents start afresh each time. */
  open: boolean;
  title: string;
  /** The operator wants out: Escape, the close button, or a press outside. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the primary one first. A form that spans both goes into `children` with its own buttons. */
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'large' | undefined;
  /** Something is under way: the dialog cannot be closed. */
  busy?: boolean | undefined;
  /** Something was entered: a press outside does not close it. */
  dirty?: boolean | undefined;
};

export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

const FIELDS = ':is(input, select, textarea):not(:disabled)';

type OpenDialogProps = Omit<DialogProps, 'open'>;

function OpenDialog({
  title,
  onClose,
  children,
  actions,
  size = 'small',
  busy = false,
  dirty = false,
}: OpenDialogProps) {
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);

  function requestClose() {
    if (!busy) onClose();
  }

  const pressOutside = useEffectEvent((event: MouseEvent) => {
    // The contents fill the element, so the element itself is hit only through its backdrop.
    if (event.target === event.currentTarget && !dirty) requestClose();
  });

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    show(dialog);
    // Where there is something to fill in, that comes first. Else the dialog itself, and not the close button, whose tooltip would open
    // and take the first Escape.
    dialog.tabIndex = -1;
    (dialog.querySelector<HTMLElement>(FIELDS) ?? dialog).focus();
    const listener = (event: MouseEvent) => {
      pressOutside(event);
    };
    dialog.addEventListener('mousedown', listener);
    return () => {
      dialog.removeEventListener('mousedown', listener);
      // Closing before the element leaves the document gives the focus back.
      hide(dialog);
    };
  }, []);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      aria-busy={busy ? true : undefined}
      closedby={busy ? 'none' : 'closerequest'}
      className={styles['dialog']}
      data-size={size}
      onCancel={(event) => {
        // A file input inside sends a cancel event of its own.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        requestClose();
      }}
      onClose={(event) => {
        if (event.target !== event.currentTarget) return;
        // Browsers close on a second Escape whatever the page says.
        if (busy) show(event.currentTarget);
        else onClose();
      }}
    >
      <AnnouncerProvider>
        <div className={styles['frame']}>
          <header className={styles['header']}>
            <h2 id={titleId}>{title}</h2>
            <Button
              variant="quiet"
              size="small"
              icon="close"
              iconOnly
              disabledReason={busy ? words.waitUntilDone : undefined}
              onClick={requestClose}
            >
              {words.close}
            </Button>
          </header>
          <div className={styles['content']}>{children}</div>
          {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
        </div>
      </AnnouncerProvider>
    </dialog>
  );
}

function show(dialog: HTMLDialogElement): void {
  // Where the method is missing (jsdom) the dialog is shown without being modal.
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
}

function hide(dialog: HTMLDialogElement): void {
  if (typeof dialog.close === 'function') dialog.close();
  else dialog.removeAttribute('open');
}
