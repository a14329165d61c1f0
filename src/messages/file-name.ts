// Names of attachments are foreign text: what a file is saved as must be a plain name, in one folder, that says what it is.
import * as words from './words.tsx';

/** Longest name in bytes of UTF-8: file systems take 255, and browsers add " (1)" and an ending of their own while they save. */
const MOST_BYTES = 200;
/** Longest ending that is kept when a name is cut, in characters, with its dot. */
const LONGEST_ENDING = 16;

/** Control characters, unpaired halves of pairs, and what is not seen but moves or hides what is: marks of direction, joiners, tags. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
/** What separates folders, drives and streams, or has a meaning to a shell of Windows. */
const RESERVED = /[<>:"/\\|?*]/g;
/** Names of devices on Windows, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])(?=\s*(?:\.|$))/i;

/** The name to save an attachment under. Never empty, no path, and the same for the same input. */
export function fileName(name: string): string {
  const plain = name
    // Line ends and tabs part words, as do the spaces that are wider or narrower than others.
    .replaceAll(/[\t-\r\u0085]/g, ' ')
    .replaceAll(UNSEEN, '')
    .normalize('NFC')
    .replaceAll(/[\s\p{Z}]+/gu, ' ')
    .replaceAll(RESERVED, '_');
  const trimmed = trim(plain);
  const free = DEVICE.test(trimmed) ? `_${trimmed}` : trimmed;
  return free === '' ? words.namelessFile : cut(free);
}

/** Without the dots that hide a file or lead upwards, and without what Windows drops from the end. */
function trim(name: string): string {
  // No expression: one that looks for the end tries each of a million dots anew.
  let end = name.length;
  while (end > 0 && /[\s.]/.test(name.charAt(end - 1))) end -= 1;
  return name.slice(0, end).replace(/^[\s.]+/, '');
}

/** Shortened in its middle, so that its ending still says what it is. */
function cut(name: string): string {
  if (bytesOf(name) <= MOST_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : '';
  const room = MOST_BYTES - bytesOf(`…${ending}`);
  let kept = '';
  let used = 0;
  for (const character of name.slice(0, name.length - ending.length)) {
    used += bytesOf(character);
    if (used > room) break;
    kept += character;
  }
  return `${trim(kept)}…${ending}`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
