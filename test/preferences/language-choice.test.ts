import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLanguageChoice } from '#src/preferences/language-choice.ts';

const choice = () => {
  const reload = vi.fn<() => void>();
  return { kept: createLanguageChoice({ document, reload }), reload };
};

afterEach(() => {
  document.cookie = 'desk-language=; Path=/; Max-Age=0';
});

describe('the language of the pages', () => {
  it('is the browser’s own until another is chosen, which loads the page with it', () => {
    const { kept, reload } = choice();
    expect(kept.get()).toBeNull();
    kept.set('fr');
    expect(document.cookie).toBe('desk-language=fr');
    expect(reload).toHaveBeenCalledOnce();
    expect(choice().kept.get()).toBe('fr');
  });

  it('loads nothing where the choice is the same, and forgets it when the browser’s is wanted again', () => {
    document.cookie = 'desk-language=fr; Path=/';
    const { kept, reload } = choice();
    kept.set('fr');
    expect(reload).not.toHaveBeenCalled();
    kept.set(null);
    expect(document.cookie).toBe('');
    expect(reload).toHaveBeenCalledOnce();
  });

  it('reads nothing from a cookie that is no language', () => {
    document.cookie = 'desk-language=__proto__; Path=/';
    expect(choice().kept.get()).toBeNull();
  });

  it('stays, and says that it is not kept, where the browser takes no cookies', () => {
    const reload = vi.fn<() => void>();
    const closed = createLanguageChoice({
      document: Object.defineProperty({} as Document, 'cookie', { get: () => '', set: () => {} }),
      reload,
    });
    closed.set('fr');
    expect(closed.isKept()).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });
});
