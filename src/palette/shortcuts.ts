// The table of keyboard shortcuts, from which the listener and the dialog that shows them are made, and how a press is read:
// by the letter that it types, and where that is not a Latin one by the place of its key, so that `g b` is the same two keys everywhere.

/** What is typed, one key after the other, and what it does: a page's address, or an act. `mod` is Ctrl, or ⌘ where keyboards have one. */
export const SHORTCUTS = {
  'g b': '/',
  'g l': '/launch',
  'g s': '/copies',
  'g c': '/connection',
  l: 'launch',
  '/': 'filter',
  '?': 'shortcuts',
  'mod k': 'palette',
} as const;

export type ShortcutAct = (typeof SHORTCUTS)[keyof typeof SHORTCUTS];

/** A second key later than this after the first begins anew, in ms. */
export const SEQUENCE_MS = 1_500;

/** Where ⌘ takes the part of Ctrl. */
export const isApple = (platform = navigator.platform) => /^(?:Mac|iP)/.test(platform);

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What a press types as far as shortcuts go: `b`, `?`, `mod k`; null where it can be none. */
export function typedBy(press: Press, apple: boolean): string | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = press;
  const mod = apple ? metaKey : ctrlKey;
  if (altKey || (apple ? ctrlKey : metaKey) || key.length > 1) return null;
  let typed = key.toLowerCase();
  // Cyrillic, Greek, Arabic …: the key that is in this place where letters are Latin.
  if (typed > '~') typed = code === 'Slash' ? (shiftKey ? '?' : '/') : code.replace('Key', '').toLowerCase();
  // What Shift does to a sign is in the sign; a capital letter is another key, but for Caps Lock.
  if (shiftKey && /\w/.test(typed)) return null;
  return mod ? `mod ${typed}` : typed;
}

const ACTS = new Map<string, ShortcutAct>(Object.entries(SHORTCUTS));

/** The shortcut that `typed` is, by itself or as the second key after `before`. */
export function shortcutOf(typed: string, before: string): ShortcutAct | undefined {
  return ACTS.get(`${before} ${typed}`) ?? ACTS.get(typed);
}

/** The keys of a shortcut, `g b`. */
export function keysOf(act: ShortcutAct): string {
  return Object.entries(SHORTCUTS).find(([, does]) => does === act)?.[0] ?? '';
}
