// Builds the pages in another language: each catalogue of words is taken in that language, and scripts and page get names of their own
// beside the English ones.
import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { Language } from '#src/contract/languages.ts';

const CATALOGUE = /(?:^|[/-])words\.tsx?$/;

/** Does nothing for English. Stops the build where a catalogue has no translation. */
export function languagePlugin(language: Language): Plugin {
  if (language === 'en') return { name: 'report-desk-language' };
  return {
    name: 'report-desk-language',
    enforce: 'pre',
    // Both builds share a folder; the English one comes first and empties it.
    config: () => ({ build: { assetsDir: `assets/${language}`, emptyOutDir: false, copyPublicDir: false } }),
    async resolveId(source, importer, options) {
      if (!CATALOGUE.test(source)) return null;
      const english = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (english === null) return null;
      const translated = english.id.replace(/\.(tsx?)$/, `.${language}.$1`);
      if (!existsSync(translated)) throw new Error(`No translation: ${translated}`);
      return translated;
    },
    transformIndexHtml: (page) => page.replace('<html lang="en">', `<html lang="${language}">`),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page !== undefined) page.fileName = `index.${language}.html`;
      },
    },
  };
}
