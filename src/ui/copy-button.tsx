// Copies a text and says so in place. Where the browser does not allow copying it shows the text, selected.
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import type { ButtonSize, ButtonVariant } from './button.tsx';
import * as words from './control-words.ts';
import styles from './copy-button.module.css';

type CopyButtonProps = {
  /** What is copied. A function is asked at the press, for texts that are long or change. */
  text: string | (() => string);
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  disabledReason?: string | undefined;
};

type State = { kind: 'idle' } | { kind: 'copied' } | { kind: 'by-hand'; text: string };

const CONFIRMED_FOR_MS = 2000;

export function CopyButton({ text, children, variant = 'quiet', size, disabledReason }: CopyButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });

  useEffect(() => {
    if (state.kind !== 'copied') return;
    const timer = setTimeout(() => {
      setState({ kind: 'idle' });
    }, CONFIRMED_FOR_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [state]);

  async function copy() {
    const copied = typeof text === 'function' ? text() : text;
    if (await writeToClipboard(copied)) {
      // A new object each time: a second press starts the two seconds again.
      setState({ kind: 'copied' });
    } else {
      setState({ kind: 'by-hand', text: copied });
    }
  }

  return (
    <>
      <Button
        ref={button}
        variant={variant}
        size={size}
        icon={state.kind === 'copied' ? 'check' : 'copy'}
        disabledReason={disabledReason}
        onClick={() => void copy()}
      >
        {children}
        {state.kind === 'copied' && (
          <span className={styles['copied']} aria-hidden="true">
            {words.copied}
          </span>
        )}
      </Button>
      <output className="visually-hidden">{state.kind === 'copied' ? words.copied : ''}</output>
      {state.kind === 'by-hand' && (
        <CopyByHand
          text={state.text}
          onClose={() => {
            setState({ kind: 'idle' });
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** False where the page is not served securely (no clipboard at all) or where the browser refuses. */
async function writeToClipboard(text: string): Promise<boolean> {
  // Typed as always there, but missing on plain http.
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function CopyByHand({ text, onClose }: { text: string; onClose: () => void }) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);

  return (
    <div className={styles['byHand']}>
      <label htmlFor={id}>{words.copyByHand}</label>
      <textarea ref={area} id={id} readOnly rows={4} value={text} className={styles['area']} />
      <div>
        <Button size="small" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}
