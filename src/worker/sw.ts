// The service worker: keeps the app's own files, so that the board, the record and saved copies open without a connection.
//
// Pages come from the network first, so whoever loads one gets the build that the gateway has, and no update waits for this worker. Only
// where the network fails is the kept page shown, with the scripts of the very build that it belongs to: each build has a cache of its own,
// filled in one go and checked file by file against the hashes that the build wrote down, so that nothing else (a captive portal's page,
// half a file) is ever kept as ours. An old page and a newer gateway are what every long-open tab is to an upgraded desk anyway: the
// contract of `/desk` only grows, and records of a newer form make the old page say so.
//
// A new worker waits until somebody asks for it. When it takes over, the files of the build before it stay, for tabs that still show that
// one; those of older builds go. Where the server has no worker any more (404, or a page in its place), this one takes itself away.
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { answerPage } from './answer-page.ts';
import { askedFor } from './requests.ts';
import type { Shell } from './shell.ts';

/** As much of a worker's global scope as is used here: its own library of types does not go with that of pages. */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Events = {
  install: Lasting;
  activate: Lasting;
  message: Lasting & MessageEvent<unknown>;
  fetch: Lasting & {
    readonly request: Request;
    readonly preloadResponse?: Promise<Response | undefined>;
    respondWith(answer: Promise<Response>): void;
  };
};
declare const self: {
  readonly DESK_SHELL: Shell;
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): void;
};

const CACHES = 'desk-shell-';
/** Where it is written down which build is in charge. */
const STATE = `${CACHES}state`;
const IN_CHARGE = '/in-charge';
const PAGE = '/index.html';

const { version, files } = self.DESK_SHELL;
const cacheName = CACHES + version;
const controller = new PrecacheController({ cacheName });
controller.addToCacheList([...files]);
const named = new Set(files.map(({ url }) => url).filter((url) => !url.startsWith('/assets/')));

self.addEventListener('install', (event) => {
  const kept = controller.install(event).catch(async (error: unknown) => {
    // Half a build is no use to anybody.
    await caches.delete(cacheName);
    throw error;
  });
  event.waitUntil(kept);
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeCharge());
});

async function takeCharge(): Promise<void> {
  const state = await caches.open(STATE);
  const before = await (await state.match(IN_CHARGE))?.text();
  const wanted = [STATE, cacheName, `${CACHES}${before ?? version}`];
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES) && !wanted.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
  if (before !== version) await state.put(IN_CHARGE, new Response(version));
  // The page is asked for while this worker starts. Not every browser can.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

self.addEventListener('message', (event) => {
  const type =
    typeof event.data === 'object' && event.data !== null && 'type' in event.data && event.data.type;
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'VERSION') event.ports[0]?.postMessage(version);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = askedFor(request, self.location.origin, named);
  if (asked === 'page') event.respondWith(page(event));
  if (asked === 'asset') event.respondWith(asset(request));
  if (asked === 'file') event.respondWith(file(request));
});

function page(event: Events['fetch']): Promise<Response> {
  return answerPage({
    network: async () => {
      const reply = (await event.preloadResponse) ?? (await fetch(event.request));
      event.waitUntil(checkScript().catch(() => undefined));
      return reply;
    },
    kept: () => controller.matchPrecache(PAGE),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
}

/** By its name it is the same whatever build keeps it. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request.url, { ignoreVary: true }).catch(() => undefined);
  return kept ?? fetch(request);
}

async function file(request: Request): Promise<Response> {
  const kept = await controller.matchPrecache(new URL(request.url).pathname).catch(() => undefined);
  return kept ?? fetch(request);
}

let checked = false;

/** Once in the life of this thread: whether the server still has a worker. */
async function checkScript(): Promise<void> {
  if (checked) return;
  checked = true;
  const reply = await fetch(self.location.pathname, { method: 'HEAD', cache: 'no-store' });
  const isScript = reply.headers.get('Content-Type')?.includes('javascript') === true;
  const isGone = reply.status === 404 || reply.status === 410 || (reply.ok && !isScript);
  if (!isGone) return;
  await self.registration.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHES));
  await Promise.all(names.map((name) => caches.delete(name)));
}
