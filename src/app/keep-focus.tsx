// Keeps the focus where people expect it. What sends the focus to the page (another page, the skip link, a card that is removed) means its
// heading, whose words are then read once. What takes the focused element away without a word leaves the focus in what is left around it.
import { useEffect } from 'react';

/** What is a place of its own: as long as it is there, the focus stays in it. */
const PLACES = 'dialog, article, [role=search]';
const FIRST_IN_PLACE = 'input, a[href], button, summary';

export function KeepFocus() {
  useEffect(watch, []);
  return null;
}

function watch(): () => void {
  let last: Element | null = null;
  let places: Element[] = [];
  /** A press of the pointer moves the focus by itself, to `main` where nothing else is hit. */
  let pressing = false;
  /** The page's heading is not there yet. */
  let waiting = false;

  const pressed = () => (pressing = true);
  const released = () => (pressing = false);

  function focused({ target }: FocusEvent) {
    if (!(target instanceof Element)) return;
    last = target;
    places = ancestors(target).filter((element) => element.matches(PLACES));
    waiting = target.id === 'main' && !pressing && !focusPage();
  }

  function changed() {
    const { activeElement } = document;
    if (waiting && activeElement?.id === 'main') waiting = !focusPage();
    if (last === null || last.isConnected || (activeElement !== null && activeElement !== document.body))
      return;
    last = null;
    const place = places.find((element) => element.isConnected);
    place?.querySelector<HTMLElement>(FIRST_IN_PLACE)?.focus({ preventScroll: true });
    if (document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true });
  }

  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', focused);
  document.addEventListener('mousedown', pressed, true);
  document.addEventListener('mouseup', released, true);
  document.addEventListener('dragend', released, true);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', focused);
    document.removeEventListener('mousedown', pressed, true);
    document.removeEventListener('mouseup', released, true);
    document.removeEventListener('dragend', released, true);
  };
}

/** Whether the heading of the page, or of the part that the address names, has the focus now. */
function focusPage(): boolean {
  const { hash } = window.location;
  const named = hash === '' || hash === '#main' ? null : document.getElementById(hash.slice(1));
  const heading = named ?? document.querySelector<HTMLElement>('main h1');
  if (heading === null) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: named === null });
  return document.activeElement === heading;
}

function ancestors(element: Element): Element[] {
  const parent = element.parentElement;
  return parent === null ? [] : [parent, ...ancestors(parent)];
}
