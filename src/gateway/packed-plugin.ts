// Compresses the scripts and styles of a build as far as brotli goes, which takes too long to do while somebody waits for them.
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a file's name ends in whose content is another file's, compressed. */
export const PACKED = '.br';

/** Smaller files do not get smaller on the wire. */
export const LEAST_BYTES = 1000;

const WORTH_IT = /^assets\/.+\.(?:js|css)$/;

/** Puts `name.br` beside each script and style of a build. Stands last among the plugins, so that it packs what is written. */
export function packedPlugin(): Plugin {
  return {
    name: 'report-desk-packed',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.entries(bundle).filter(([name]) => WORTH_IT.test(name));
        await Promise.all(
          files.map(async ([name, output]) => {
            const content = Buffer.from(output.type === 'chunk' ? output.code : output.source);
            if (content.byteLength < LEAST_BYTES) return;
            const source = await promisify(brotliCompress)(content, {
              params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
            });
            this.emitFile({ type: 'asset', fileName: name + PACKED, source });
          }),
        );
      },
    },
  };
}
