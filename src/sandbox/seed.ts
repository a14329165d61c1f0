// Repeatable chance: the same parts always give the same number, so a run repeated over a finished period
// gives the same rows.

type Part = string | number;

/** A 32-bit unsigned hash of the parts, in order. Not for anything secret. */
export function hashOf(...parts: readonly Part[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    const text = typeof part === 'string' ? part : String(part);
    for (let i = 0; i < text.length; i += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  }
  // FNV alone leaves neighbouring inputs close together; this finisher (murmur3) spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A repeatable fraction in [0, 1). */
export function fractionOf(...parts: readonly Part[]): number {
  return hashOf(...parts) / 0x1_0000_0000;
}

/** A repeatable choice from a list; the list must not be empty. */
export function pick<T>(list: readonly [T, ...T[]], ...parts: readonly Part[]): T {
  return list[hashOf(...parts) % list.length] ?? list[0];
}

/** A repeatable lower-case code of letters and digits, `length` characters long. */
export function codeOf(length: number, ...parts: readonly Part[]): string {
  let code = '';
  for (let block = 0; code.length < length; block += 1) {
    code += hashOf(block, ...parts)
      .toString(36)
      .padStart(7, '0');
  }
  return code.slice(0, length);
}

/** A repeatable id in the form of a UUID. */
export function uuidOf(...parts: readonly Part[]): string {
  const hex = [0, 1, 2, 3]
    .map((n) =>
      hashOf(n, ...parts)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
