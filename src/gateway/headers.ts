// The security headers of every answer: the page's policy, and the closed one of everything that is not a page.

/** Policy of pages and of the scripts that they load (workers take theirs from their own script). */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types desk-scripts',
].join('; ');

/** Policy of answers that must never act as a page, whatever their type says. */
const DATA_POLICY = "default-src 'none'; sandbox";

// Features that a page could ask the browser for; the desk uses none of them.
const CLOSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const COMMON: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': CLOSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
};

/** Sets the headers that an answer of its kind must carry; whatever was set under those names before is replaced. */
export function secure(headers: Headers, kind: 'page' | 'data'): void {
  for (const [name, value] of Object.entries(COMMON)) headers.set(name, value);
  headers.set('Content-Security-Policy', kind === 'page' ? PAGE_POLICY : DATA_POLICY);
  if (kind === 'data' || !headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}
