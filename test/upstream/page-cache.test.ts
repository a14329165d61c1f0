// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createPageCache } from '#src/upstream/page-cache.ts';

const answer = (bytes: number) => ({ status: 200, headers: {}, body: new Uint8Array(bytes), at: 0 });

describe('kept answers', () => {
  it('make room by dropping what was used longest ago', () => {
    const cache = createPageCache(() => 0, 40_000);
    for (const url of ['a', 'b', 'c', 'd']) cache.put('k', url, answer(8_000), 1);
    expect(cache.get('k', 'a')).not.toBeNull();
    cache.put('k', 'e', answer(8_000), 1);
    expect(['a', 'b', 'c', 'd'].map((url) => cache.get('k', url) !== null)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('count once when they are replaced, and not at all once they are gone', () => {
    const cache = createPageCache(() => 0, 40_000);
    for (let time = 0; time < 50; time += 1) cache.put('k', 'a', answer(8_000), 1);
    cache.put('k', 'b', answer(8_000), 1);
    cache.drop('k', 'b');
    cache.put('other', 'c', answer(8_000), 1);
    cache.dropKey('other');
    for (const url of ['b', 'c', 'd']) cache.put('k', url, answer(8_000), 1);
    expect(['a', 'b', 'c', 'd'].every((url) => cache.get('k', url) !== null)).toBe(true);
  });

  it('do not include one that would push out most others', () => {
    const cache = createPageCache(() => 0, 40_000);
    cache.put('k', 'a', answer(20_000), 1);
    expect(cache.get('k', 'a')).toBeNull();
  });

  it('end at their time', () => {
    let now = 0;
    const cache = createPageCache(() => now, 40_000);
    cache.put('k', 'a', answer(1), 10);
    now = 9;
    expect(cache.get('k', 'a')).not.toBeNull();
    now = 10;
    expect(cache.get('k', 'a')).toBeNull();
  });

  it('go within a minute of the next one after their time, though nobody asks for them', () => {
    let now = 0;
    const cache = createPageCache(() => now, 40_000);
    cache.put('k', 'a', answer(1), 10);
    now = 59_999;
    cache.put('k', 'b', answer(1), 90_000);
    expect(cache.size()).toBe(2);
    now = 60_000;
    cache.put('k', 'c', answer(1), 90_000);
    expect(cache.size()).toBe(2);
    expect(cache.get('k', 'b')).not.toBeNull();
  });
});
