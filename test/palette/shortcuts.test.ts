// @vitest-environment node
// Which presses are shortcuts, on keyboards of several languages.
import { describe, expect, test } from 'vitest';
import { keysOf, SHORTCUTS, shortcutOf, typedBy } from '#src/palette/shortcuts.ts';

type Keys = Partial<Parameters<typeof typedBy>[0]>;

const press = (key: string, code: string, more: Keys = {}) => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

const SHIFT = { shiftKey: true };
const CTRL = { ctrlKey: true };
const COMMAND = { metaKey: true };

describe('what a press types', () => {
  const rows: readonly (readonly [says: string, press: ReturnType<typeof press>, typed: string | null])[] = [
    ['a letter is itself', press('g', 'KeyG'), 'g'],
    ['Caps Lock changes nothing', press('G', 'KeyG'), 'g'],
    ['a capital letter is another key', press('G', 'KeyG', SHIFT), null],
    ['a sign is itself, also with Shift', press('?', 'Slash', SHIFT), '?'],
    ['AZERTY: the question mark is on the key of M', press('?', 'KeyM', SHIFT), '?'],
    ['AZERTY: the slash needs Shift', press('/', 'Period', SHIFT), '/'],
    ['German: the slash is over the 7', press('/', 'Digit7', SHIFT), '/'],
    ['Dvorak: the letter counts and not its place', press('g', 'KeyU'), 'g'],
    ['Russian: the place of G', press('п', 'KeyG'), 'g'],
    ['Russian with Caps Lock', press('П', 'KeyG'), 'g'],
    ['Russian with Shift is another key', press('П', 'KeyG', SHIFT), null],
    ['Greek: the place of B', press('β', 'KeyB'), 'b'],
    ['Hebrew: the place of L', press('ך', 'KeyL'), 'l'],
    ['Arabic: the place of the slash', press('ظ', 'Slash'), '/'],
    ['Arabic: its own question mark', press('؟', 'Slash', SHIFT), '?'],
    ['Ctrl and K', press('k', 'KeyK', CTRL), 'mod k'],
    ['Ctrl and K in Russian', press('л', 'KeyK', CTRL), 'mod k'],
    ['Ctrl, Shift and K is the browser’s', press('K', 'KeyK', { ...CTRL, ...SHIFT }), null],
    ['Alt is somebody else’s', press('g', 'KeyG', { altKey: true }), null],
    ['AltGr is Ctrl and Alt', press('k', 'KeyK', { altKey: true, ctrlKey: true }), null],
    ['the Windows key is the system’s', press('k', 'KeyK', COMMAND), null],
    ['keys with names type nothing', press('Enter', 'Enter'), null],
    ['nor does an accent that waits for its letter', press('Dead', 'BracketLeft'), null],
  ];
  test.each(rows)('%s', (_, given, typed) => {
    expect(typedBy(given, false)).toBe(typed);
  });

  test('on Apple keyboards ⌘ takes the part of Ctrl, and Ctrl K stays what it is in a text there', () => {
    expect(typedBy(press('k', 'KeyK', COMMAND), true)).toBe('mod k');
    expect(typedBy(press('k', 'KeyK', CTRL), true)).toBeNull();
  });
});

describe('what was typed', () => {
  test.each(Object.entries(SHORTCUTS))('%s does its part', (keys, does) => {
    const [last = '', before = ''] = keys.startsWith('mod') ? [keys] : keys.split(' ').toReversed();
    expect(shortcutOf(last, before)).toBe(does);
    expect(keysOf(does)).toBe(keys);
  });

  test('a first key that leads nowhere is forgotten', () => {
    expect(shortcutOf('/', 'g')).toBe('filter');
    expect(shortcutOf('x', 'g')).toBeUndefined();
    expect(shortcutOf('b', '')).toBeUndefined();
    expect(shortcutOf('b', 'l')).toBeUndefined();
  });

  test('the second key goes before the same key alone', () => {
    expect(shortcutOf('l', '')).toBe('launch');
    expect(shortcutOf('l', 'g')).toBe('/launch');
  });
});
