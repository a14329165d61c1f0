// Builds the pages in another language: each catalogue of words is taken in that language, and page and scripts go into a
// folder of their own.
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
    // Beside the English build, which has the files of `public/` for both.
    config: ({ build }) => ({
      build: {
        outDir: `${build?.outDir ?? 'dist'}-${language}`,
        assetsDir: `assets/${language}`,
        copyPublicDir: false,
      },
    }),
    async resolveId(source, importer, options) {
      if (!CATALOGUE.test(source)) return null;
      const english = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (english === null) return null;
      const translated = english.id.replace(/\.(tsx?)$/, `.${language}.$1`);
      if (!existsSync(translated)) throw new Error(`No translation: ${translated}`);
      return translated;
    },
    transformIndexHtml: (page) => page.replace('<html lang="en">', `<html lang="${language}">`),
  };
}
