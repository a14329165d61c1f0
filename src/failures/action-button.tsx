// The button of one action, with what some of them need: a text to copy, a tick, a word that nothing else has to be done.
import { use, useRef, useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import type { ButtonSize, ButtonVariant } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { ClockContext } from '#src/ui/now.tsx';
import { adminRequest } from './admin-request.ts';
import { actionLabel, actionOf } from './actions.ts';
import type { ActionId } from './actions.ts';
import { detailsText } from './evidence.ts';
import * as words from './panel-words.tsx';
import type { FailureView } from './view.ts';
import styles from './failure-panel.module.css';

type Look = { readonly variant: ButtonVariant; readonly size: ButtonSize };
type ActionButtonProps = Look & {
  id: ActionId;
  failure: FailureView;
  onPress: (() => void) | undefined;
  /** What the button folds out. */
  expands?: { readonly id: string; readonly open: boolean; readonly toggle: () => void } | undefined;
};

/** Two presses within this are one: a double click, or Enter held down, must not start two runs. */
const DOUBLE_PRESS_MS = 1000;

/** The button of action `id`: `onPress` is what the page does for it; what the panel does itself needs none. */
export function ActionButton({ id, failure, onPress, expands, ...look }: ActionButtonProps) {
  const { icon, costsSlot, tick, confirms } = actionOf(id);
  const once = useOnce(onPress);
  const label = actionLabel(id, failure.slots?.total);
  if (id === 'copy-details' || id === 'copy-request') {
    const text = () => (id === 'copy-request' ? adminRequest(failure) : detailsText(failure));
    return (
      <CopyButton text={text} {...look}>
        {label}
      </CopyButton>
    );
  }
  if (confirms !== undefined) {
    return <Confirming label={label} confirms={confirms} onPress={onPress} {...look} />;
  }
  if (tick !== undefined) return <Ticked label={label} tick={tick} onPress={once} {...look} />;
  if (expands !== undefined) {
    return (
      <Button {...look} aria-expanded={expands.open} aria-controls={expands.id} onClick={expands.toggle}>
        {label}
      </Button>
    );
  }
  return (
    <Button {...look} icon={icon} onClick={costsSlot === true ? once : () => onPress?.()}>
      {label}
    </Button>
  );
}

/** `press`, but not twice in quick succession. */
function useOnce(press: (() => void) | undefined): () => void {
  const clock = use(ClockContext);
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    const now = clock.now();
    if (Math.abs(now - pressedAt.current) < DOUBLE_PRESS_MS) return;
    pressedAt.current = now;
    press?.();
  };
}

type SpecialProps = Look & { label: string; onPress: (() => void) | undefined };

/** What happens without the button anyway: pressing it says so. */
function Confirming({ label, confirms, onPress, ...look }: SpecialProps & { confirms: string }) {
  const [confirmed, setConfirmed] = useState(false);
  return (
    <>
      <Button
        {...look}
        onClick={() => {
          setConfirmed(true);
          onPress?.();
        }}
      >
        {label}
      </Button>
      <output className={styles['confirmed']}>
        {confirmed && (
          <>
            <Icon name="check" />
            {confirms}
          </>
        )}
      </output>
    </>
  );
}

/** Works only once the tick says that its price is understood; each press needs a tick of its own. */
function Ticked({ label, tick, onPress, ...look }: SpecialProps & { tick: string }) {
  const [ticked, setTicked] = useState(false);
  return (
    <div className={styles['ticked']}>
      <Checkbox
        label={tick}
        checked={ticked}
        onChange={(event) => {
          setTicked(event.currentTarget.checked);
        }}
      />
      <Button
        {...look}
        disabledReason={ticked ? undefined : words.tickFirst(tick)}
        onClick={() => {
          setTicked(false);
          onPress?.();
        }}
      >
        {label}
      </Button>
    </div>
  );
}
