// An answer that repeats the key that it was asked with, as a careless server or proxy may: the key must not get into the ledger or to
// a browser that way. Files are passed on as they are.

const REMOVED = '[removed]';
/** A shorter one could stand in an answer by chance, and no real key is as short. */
const LEAST_LENGTH = 12;

/** The key as it is, and as it stands in JSON. */
function formsOf(key: string): string[] {
  if (key.length < LEAST_LENGTH) return [];
  const json = JSON.stringify(key).slice(1, -1);
  return [...new Set([key, json, json.replaceAll('/', String.raw`\/`)])];
}

/** `body` with the key taken out wherever it stands; the same bytes where it does not. */
export function withoutKey(body: Uint8Array<ArrayBuffer>, key: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  // Keys are ASCII, so no byte of another character can be taken for a part of one.
  const found = formsOf(key).filter((form) => bytes.includes(form));
  if (found.length === 0) return body;
  const text = found.reduce((rest, form) => rest.replaceAll(form, REMOVED), bytes.toString('latin1'));
  return Buffer.from(text, 'latin1');
}

/** Takes every header away that holds the key. */
export function dropEchoes(headers: Headers, key: string): void {
  const forms = formsOf(key);
  const echoes = [...headers].filter(([, value]) => forms.some((form) => value.includes(form)));
  for (const [name] of echoes) headers.delete(name);
}
