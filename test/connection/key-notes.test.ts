import { describe, expect, it, vi } from 'vitest';
import { createKeyNotes, preferredFirst } from '#src/connection/key-notes.ts';

function memoryStorage(initial: string | null = null) {
  let text = initial;
  return {
    getItem: () => text,
    setItem: (_: string, value: string) => {
      text = value;
    },
    text: () => text,
  };
}

describe('notes about keys', () => {
  it('are kept by key id, and found again by the next visit', () => {
    const storage = memoryStorage();
    const notes = createKeyNotes(() => storage);
    notes.setExpiry('k1', '2026-11-30');
    notes.setExpiry('k2', '2026-12-31');
    notes.prefer('k2');
    const expected = { expiresOn: { k1: '2026-11-30', k2: '2026-12-31' }, preferred: 'k2' };
    expect(notes.get()).toEqual(expected);
    expect(createKeyNotes(() => storage).get()).toEqual(expected);
    notes.setExpiry('k1', null);
    expect(createKeyNotes(() => storage).get().expiresOn).toEqual({ k2: '2026-12-31' });
  });

  it('are the same object until something changes, and what another tab wrote is seen', () => {
    const storage = memoryStorage();
    const notes = createKeyNotes(() => storage);
    notes.prefer('k1');
    expect(notes.get()).toBe(notes.get());
    createKeyNotes(() => storage).prefer('k2');
    expect(notes.get().preferred).toBe('k2');
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['another form', '[1,2]'],
    ['a date that is none', '{"expiresOn":{"k1":"soon"},"preferred":null}'],
  ])('in storage that hold %s count as none', (_, text) => {
    expect(createKeyNotes(() => memoryStorage(text)).get()).toEqual({ expiresOn: {}, preferred: null });
  });

  it('of which one part cannot be read keep the other', () => {
    const notes = createKeyNotes(() => memoryStorage('{"expiresOn":7,"preferred":"k1"}'));
    expect(notes.get()).toEqual({ expiresOn: {}, preferred: 'k1' });
  });

  it('hold for the visit where storage is blocked', () => {
    const notes = createKeyNotes(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    notes.setExpiry('k1', '2026-11-30');
    notes.prefer('k1');
    expect(notes.get()).toEqual({ expiresOn: { k1: '2026-11-30' }, preferred: 'k1' });
  });

  it('hold for the visit where storage is full', () => {
    const notes = createKeyNotes(() => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }));
    notes.setExpiry('k1', '2026-11-30');
    expect(notes.get().expiresOn).toEqual({ k1: '2026-11-30' });
  });

  it('tell of every change until nobody listens', () => {
    const notes = createKeyNotes(() => memoryStorage());
    const listener = vi.fn<() => void>();
    const stop = notes.subscribe(listener);
    notes.prefer('k1');
    window.dispatchEvent(new StorageEvent('storage'));
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    notes.prefer('k2');
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('the key that the form starts with', () => {
  const keys = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  it.each([
    ['the preferred one', 'c', 'c,a,b'],
    ['the first where none is preferred', null, 'a,b,c'],
    ['the first where the preferred one is not loaded', 'gone', 'a,b,c'],
  ])('is %s', (_, preferred, order) => {
    expect(
      preferredFirst(keys, preferred)
        .map(({ id }) => id)
        .join(),
    ).toBe(order);
  });
});
