// Presets in the browser's storage: what is kept, in which order, across tabs, and where nothing can be kept.
import { describe, expect, test, vi } from 'vitest';
import { parseForm } from '#src/launch/form-state.ts';
import { presetForm, presetQuery, presetSearch } from '#src/launch/preset-query.ts';
import { createPresetStore } from '#src/launch/preset-store.ts';
import type { Preset } from '#src/launch/preset-store.ts';

const QUERY = 'report=mailboxPerformance&mailbox=mb_1&range=last-month&by=day';
const preset = (name: string, more: Partial<Preset> = {}): Preset => ({
  id: `id of ${name}`,
  name,
  query: QUERY,
  pinned: false,
  ...more,
});

/** A tab's storage over the browser's. */
function memoryStorage(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const names = (store: ReturnType<typeof createPresetStore>) => store.all().map(({ name }) => name);

describe('presets', () => {
  test('are there for the next visit, pinned ones first, each by name', () => {
    const storage = memoryStorage();
    const store = createPresetStore(() => storage);
    store.put(preset('b'), preset('Week 10'), preset('Week 9'), preset('z', { pinned: true }));
    const next = createPresetStore(() => storage);
    expect(names(next)).toEqual(['z', 'b', 'Week 9', 'Week 10']);
    expect(next.isKept()).toBe(true);
  });

  test('are the same object until something changes', () => {
    const storage = memoryStorage();
    const store = createPresetStore(() => storage);
    store.put(preset('a'));
    expect(store.all()).toBe(store.all());
    const before = store.all();
    store.remove('id of a');
    expect(store.all()).not.toBe(before);
    expect(names(store)).toEqual([]);
  });

  test('of another tab are seen, and its listeners hear of them', () => {
    const storage = memoryStorage();
    const here = createPresetStore(() => storage);
    const there = createPresetStore(() => storage);
    here.put(preset('a'));
    const heard = vi.fn<() => void>();
    const stop = here.subscribe(heard);
    there.put(preset('b'));
    window.dispatchEvent(new StorageEvent('storage', { key: 'desk-presets' }));
    expect(heard).toHaveBeenCalledTimes(1);
    expect(names(here)).toEqual(['a', 'b']);
    stop();
    window.dispatchEvent(new StorageEvent('storage', { key: 'desk-presets' }));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('hold until the page is left where nothing can be stored, and it is known that they do', () => {
    const blocked = createPresetStore(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    blocked.put(preset('a'));
    expect(names(blocked)).toEqual(['a']);
    expect(blocked.isKept()).toBe(false);

    const storage = memoryStorage();
    const full = createPresetStore(() => ({
      ...storage,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }));
    full.put(preset('a'));
    full.put(preset('b'));
    expect(names(full)).toEqual(['a', 'b']);
    expect(full.isKept()).toBe(false);
  });

  test('that cannot be read stay where they are, and cost nothing else', () => {
    const storage = memoryStorage();
    const odd = { id: 'x', name: 'Odd', query: 'report=ofNextYear' };
    storage.setItem('desk-presets', JSON.stringify({ version: 2, presets: [odd, preset('a')], more: 1 }));
    const store = createPresetStore(() => storage);
    expect(names(store)).toEqual(['a']);
    store.put(preset('b'));
    expect(storage.getItem('desk-presets')).toContain('ofNextYear');
  });

  test.each(['{', '[]', '{"version":1}', 'null'])('are none where storage holds %s', (text) => {
    const storage = memoryStorage(new Map([['desk-presets', text]]));
    expect(names(createPresetStore(() => storage))).toEqual([]);
  });
});

describe('what a preset keeps', () => {
  const form = parseForm(
    new URLSearchParams(
      'report=mailboxUserPerformance&key=9c1185a5c5e9fc54&mailbox=mb_1&range=last-month&by=week&users=u1&from=r1',
    ),
  );

  test('is all of the form but the key and the record that it was filled from', () => {
    const query = presetQuery(form);
    expect(query).not.toContain('9c1185a5c5e9fc54');
    expect(query).not.toContain('r1');
    expect(presetForm(query, 'other')).toEqual({ ...form, keyId: 'other', fromRecord: '' });
  });

  test('leaves a relative range relative', () => {
    expect(new URLSearchParams(presetQuery(form)).get('range')).toBe('last-month');
  });

  test('is used beside the key that is chosen', () => {
    expect(new URLSearchParams(presetSearch(presetQuery(form), 'mine')).get('key')).toBe('mine');
  });
});
