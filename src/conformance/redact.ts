// How what the API sent is put into words without sending it on: kinds of values in place of values, names where they are plain names,
// addresses without their ids.
import { REPORTS } from '#src/contract/reports.ts';

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/;
/** Long numbers in a name are more likely part of an id. */
const LIKE_AN_ID = /\d{4}/;

/** Words of the API's own addresses; all other segments are ids. */
const PATH_WORDS: ReadonlySet<string> = new Set([
  'api',
  'v1',
  'reports',
  'results',
  'admin',
  'mailboxes',
  'messages',
  'attachments',
  'download',
  ...REPORTS.map(({ id }) => id),
]);
const QUERY_WORDS: ReadonlySet<string> = new Set([
  'max',
  'starting_after',
  'ending_before',
  'fieldGroup',
  'includeDetails',
]);

/** What kind of text a string is; never the text. */
function textKind(text: string): string {
  if (text === '') return 'empty text';
  const time = ISO_TIME.exec(text);
  if (time !== null) {
    const [, zone] = time;
    if (zone === undefined) return 'date and time without zone';
    return zone === 'Z' ? 'date and time with Z' : 'date and time with offset';
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return 'bare date';
  if (UUID.test(text)) return 'UUID';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return 'number as text';
  return /^[^\s@]+@[^\s@]+$/.test(text) ? 'e-mail address' : 'text';
}

/** What kind of value it is, in words. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return textKind(value);
  if (typeof value === 'number') return Number.isInteger(value) ? 'whole number' : 'number';
  if (Array.isArray(value)) {
    const kinds = new Set(value.slice(0, 20).map(kindOf));
    return kinds.size === 0 ? 'empty list' : `list of ${[...kinds].join(' or ')}`;
  }
  return typeof value;
}

/** A name as it is where it is a plain one: names of fields, headers and codes say something, what looks like an id does not. */
export function plainName(name: string): string {
  return PLAIN_NAME.test(name) && !LIKE_AN_ID.test(name) && !UUID.test(name) ? name : '(odd name)';
}

/** An error code: a plain name, or a status. */
export function plainCode(code: unknown): string {
  if (typeof code !== 'string') return kindOf(code);
  return /^\d{3}$/.test(code) ? code : plainName(code);
}

/** The first characters of an id. */
export function shortId(id: string): string {
  return /^[\w-]+$/.test(id) && id.length > 6 ? `${id.slice(0, 4)}…` : '…';
}

/** An address without the ids in it; its origin only where it is not `own`. */
export function addressKind(href: string, own: string): string {
  const url = URL.parse(href);
  if (url === null) return href.startsWith('/') ? 'a path without an origin' : 'no address';
  const path = url.pathname
    .split('/')
    .map((part) => (part === '' || PATH_WORDS.has(part) ? part : '…'))
    .join('/');
  const query = [...url.searchParams].map(([name, value]) => {
    const shown = name === 'max' && /^\d{1,5}$/.test(value) ? value : '…';
    return `${QUERY_WORDS.has(name) ? name : plainName(name)}=${shown}`;
  });
  const user = url.username === '' && url.password === '' ? '' : ' with a user name';
  return `${url.origin === own ? '' : url.origin}${path}${query.length === 0 ? '' : `?${query.join('&')}`}${user}`;
}

/** Puts a mark in place of the key wherever it stands, as it is or encoded: the last thing that happens to whatever is printed. */
export function maskKey(text: string, key: string): string {
  return text
    .replaceAll(key, '[key]')
    .replaceAll(encodeURIComponent(key), '[key]')
    .replaceAll(JSON.stringify(key).slice(1, -1), '[key]');
}
