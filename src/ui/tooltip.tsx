// A short text that floats beside a control while it is hovered or focused. It lies in the browser's top layer, so nothing clips it.
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import styles from './tooltip.module.css';

type TooltipProps = {
  id?: string | undefined;
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onLeave: () => void;
  children: ReactNode;
};

const GAP_PX = 6;
const EDGE_PX = 8;

/** Stays in the document while closed, so that `aria-describedby` can name it. */
export function Tooltip({ id, anchor, open, onLeave, children }: TooltipProps) {
  const ref = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    const tip = ref.current;
    const target = anchor.current;
    // jsdom knows no popovers; there the text is simply in the document.
    if (!open || tip === null || target === null || typeof tip.showPopover !== 'function') return;
    tip.showPopover();
    place(tip, target.getBoundingClientRect());
    return () => {
      if (tip.matches(':popover-open')) tip.hidePopover();
    };
  }, [open, anchor]);

  return (
    <span
      ref={ref}
      id={id}
      role="tooltip"
      popover="manual"
      className={styles['tip']}
      onPointerLeave={onLeave}
    >
      {children}
    </span>
  );
}

/** Above the target, or below it where there is no room; never beyond the sides of the window. */
function place(tip: HTMLElement, target: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const centred = target.left + target.width / 2 - width / 2;
  const furthest = document.documentElement.clientWidth - width - EDGE_PX;
  const above = target.top - height - GAP_PX;
  tip.style.left = `${Math.max(EDGE_PX, Math.min(centred, furthest))}px`;
  tip.style.top = `${above < EDGE_PX ? target.bottom + GAP_PX : above}px`;
}
