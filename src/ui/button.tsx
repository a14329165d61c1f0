// The button, and the same look for links. A button that cannot be used stays reachable and says why.
import { useId, useImperativeHandle, useRef, useState } from 'react';
import type { ComponentProps, KeyboardEvent, MouseEvent } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'aria-disabled'> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: IconName | undefined;
  /** Shows the icon alone; the children become its accessible name and its tooltip. */
  iconOnly?: boolean | undefined;
  /** Keeps the button's place, size and focus, ignores presses, and shows a spinner where it takes longer than a moment. */
  busy?: boolean | undefined;
  /** Why the button cannot be used now. It stays focusable, ignores presses, and shows this text. */
  disabledReason?: string | undefined;
};

/** The class of a link that looks like a button. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium'): string {
  return classNames(styles['button'], styles[variant], size === 'small' && styles['small']);
}

export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  iconOnly = false,
  busy = false,
  disabledReason,
  className,
  children,
  onClick,
  type = 'button',
  ref: outerRef,
  ...rest
}: ButtonProps) {
  const tipId = useId();
  const ref = useRef<HTMLButtonElement>(null);
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(outerRef, () => ref.current);
  const [tipOpen, setTipOpen] = useState(false);
  const disabled = disabledReason !== undefined;
  const describedBy = classNames(rest['aria-describedby'], disabled && tipId);
  const showTip = disabled || (iconOnly && tipOpen);

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (disabled || busy) {
      // Also stops a submit button from sending its form.
      event.preventDefault();
      event.stopPropagation();
      if (disabled) setTipOpen(true);
      return;
    }
    setTipOpen(false);
    onClick?.(event);
  }

  function dismissTip(event: KeyboardEvent<HTMLButtonElement>) {
    rest.onKeyDown?.(event);
    if (event.key !== 'Escape' || !tipOpen || !showTip) return;
    // This Escape closes the tooltip and not the dialog around it.
    event.preventDefault();
    event.stopPropagation();
    setTipOpen(false);
  }

  const content = (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </>
  );

  return (
    <>
      <button
        {...rest}
        ref={ref}
        type={type}
        className={classNames(buttonClass(variant, size), iconOnly && styles['iconOnly'], className)}
        aria-disabled={disabled || busy ? true : undefined}
        aria-busy={busy ? true : undefined}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        onClick={press}
        onKeyDown={dismissTip}
        onPointerEnter={(event) => {
          rest.onPointerEnter?.(event);
          if (event.pointerType !== 'touch') setTipOpen(true);
        }}
        onPointerLeave={(event) => {
          rest.onPointerLeave?.(event);
          setTipOpen(false);
        }}
        onFocus={(event) => {
          rest.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible')) setTipOpen(true);
        }}
        onBlur={(event) => {
          rest.onBlur?.(event);
          setTipOpen(false);
        }}
      >
        {busy ? (
          <>
            <span className={styles['content']}>{content}</span>
            <span className={styles['spinner']} aria-hidden="true" />
          </>
        ) : (
          content
        )}
      </button>
      {showTip && (
        <Tooltip
          id={disabled ? tipId : undefined}
          anchor={ref}
          open={tipOpen}
          onLeave={() => {
            setTipOpen(false);
          }}
        >
          {disabledReason ?? children}
        </Tooltip>
      )}
    </>
  );
}
