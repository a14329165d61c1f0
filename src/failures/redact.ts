// Keeps anything that looks like an API key out of what is shown and copied. The browser holds no key, but a server's message
// may repeat the one that it was sent.
import * as words from './words.ts';

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[^\s"'<>,;]+/gi, `$1 ${words.removed}`],
  [
    /\b((?:api|access|secret)[-_ ]?(?:key|token)|token|secret|password)(["']?\s*[:=]\s*["']?)[^\s"'<>&,;]{8,}/gi,
    `$1$2${words.removed}`,
  ],
  // "key sandbox-key-full-access-0000": a long word with a digit in it, straight after "key".
  [/\b(key)(["'“:=\s]+)(?=[\w.~+/-]*\d)[\w.~+/-]{16,}=*/gi, `$1$2${words.removed}`],
  // User name and password in an address.
  [/(\bhttps?:\/\/)[^\s/@"'<>]+@/gi, `$1${words.removed}@`],
];

/** `text` with everything that looks like a key, a token or a password taken out. */
export function redact(text: string): string {
  return PATTERNS.reduce((clean, [pattern, put]) => clean.replace(pattern, put), text);
}
