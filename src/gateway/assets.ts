// The built app. Every file is read at start-up: no path of a request ever reaches the file system, and a build that is replaced
// while the desk runs cannot mix old pages with new scripts.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isLanguage, LANGUAGES } from '#src/contract/languages.ts';
import type { Language } from '#src/contract/languages.ts';
import { refuse } from '#src/forwarding/problem.ts';
import { LEAST_BYTES, PACKED } from './packed-plugin.ts';
import { pageLanguage } from './page-language.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = new Set([
  '.css',
  '.html',
  '.ico',
  '.js',
  '.json',
  '.map',
  '.svg',
  '.txt',
  '.webmanifest',
]);
type Encoding = 'br' | 'gzip' | 'identity';
type Asset = {
  readonly body: Buffer<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  readonly isHashed: boolean;
  readonly packed: Map<Encoding, Promise<Buffer<ArrayBuffer>>>;
  readonly isCompressible: boolean;
};

/** Answers a GET of a page or of a file of the app. */
type Assets = (request: Request, path: string) => Promise<Response>;

const PAGE = '/index.html';

/**
 * Serves the English build in `directory`, and those in other languages beside it (`dist-fr` beside `dist`); without one (development,
 * tests) there are no pages. Throws when the English one cannot be read.
 */
export function createAssets(directory: string | null): Assets {
  const builds = directory === null ? new Map<Language, Files>() : readBuilds(directory);
  const languages = new Set(builds.keys());
  const shared = new Map([...builds.values()].toReversed().flatMap((files) => [...files]));
  return async (request, path) => {
    const files = builds.get(pageLanguage(request, languages));
    const page = files?.get(PAGE);
    // The page and its worker belong together; a script's name says of which build it is.
    const asset = path === '/' ? page : (files?.get(path) ?? shared.get(path));
    if (asset !== undefined) return send(request, asset, languages.size > 1);
    return page !== undefined && isNavigation(request, path)
      ? send(request, page, languages.size > 1)
      : refuse('not-found');
  };
}

type Files = ReadonlyMap<string, Asset>;

function readBuilds(directory: string): Map<Language, Files> {
  const builds = new Map<Language, Files>([['en', readAll(directory)]]);
  for (const code of Object.keys(LANGUAGES)) {
    const other = `${directory}-${code}`;
    if (isLanguage(code) && code !== 'en' && existsSync(other)) builds.set(code, readAll(other));
  }
  return builds;
}

/** Whether a path that is no file stands for a page of the app. Missing scripts and images must not turn into pages. */
function isNavigation(request: Request, path: string): boolean {
  const mode = request.headers.get('sec-fetch-mode');
  if (mode !== null && mode !== 'navigate') return false;
  return !path.startsWith('/assets/') && !path.slice(path.lastIndexOf('/')).includes('.');
}

function readAll(directory: string): Map<string, Asset> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return new Map(
    names.flatMap((name): [string, Asset][] => {
      const file = join(directory, name);
      if (!statSync(file).isFile() || name.endsWith(PACKED)) return [];
      const body = Buffer.from(readFileSync(file));
      const extension = extname(file);
      const path = `/${relative(directory, file).split(sep).join('/')}`;
      const asset = {
        body,
        type: TYPES[extension] ?? 'application/octet-stream',
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
        // Vite names these by their content.
        isHashed: path.startsWith('/assets/'),
        packed: existsSync(file + PACKED)
          ? new Map([['br', Promise.resolve(Buffer.from(readFileSync(file + PACKED)))]])
          : new Map(),
        isCompressible: COMPRESSIBLE.has(extension) && body.byteLength >= LEAST_BYTES,
      };
      return [[path, asset]];
    }),
  );
}

async function send(request: Request, asset: Asset, isTranslated: boolean): Promise<Response> {
  const encoding = asset.isCompressible ? encodingFor(request) : 'identity';
  const etag = encoding === 'identity' ? asset.etag : `${asset.etag.slice(0, -1)}-${encoding}"`;
  const headers: Record<string, string> = {
    'Content-Type': asset.type,
    'Cache-Control': asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
  };
  const vary = [
    ...(asset.isCompressible ? ['Accept-Encoding'] : []),
    ...(isTranslated && !asset.isHashed ? ['Accept-Language', 'Cookie'] : []),
  ];
  if (vary.length > 0) headers['Vary'] = vary.join(', ');
  if (request.headers.get('if-none-match')?.includes(etag) === true) {
    return new Response(null, { status: 304, headers });
  }
  if (encoding === 'identity') return new Response(asset.body, { headers });
  headers['Content-Encoding'] = encoding;
  return new Response(await packed(asset, encoding), { headers });
}

function encodingFor(request: Request): Encoding {
  const offers = (request.headers.get('accept-encoding') ?? '').toLowerCase().split(',');
  const names = offers
    .filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer))
    .map((offer) => offer.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

/** Packs a file that the build did not when it is first asked for, and keeps the result. */
function packed(asset: Asset, encoding: 'br' | 'gzip'): Promise<Buffer<ArrayBuffer>> {
  const known = asset.packed.get(encoding);
  if (known !== undefined) return known;
  const work =
    encoding === 'gzip'
      ? promisify(gzip)(asset.body, { level: 9 })
      : promisify(brotliCompress)(asset.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  const result = work.then((bytes) => Buffer.from(bytes));
  asset.packed.set(encoding, result);
  return result;
}
