// Points at the field of the form that a 400 is about. This is the only place where a server's message is looked into, and only
// for the names of parameters: a wrong guess points at a field, it never changes what may happen next.

/** Quotes that set a name apart from the words around it. */
const QUOTES = '["\'`“”‘’]';

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Where `pattern` first matches, or infinity. */
function placeOf(message: string, pattern: string): number {
  const index = message.search(new RegExp(pattern, 'u'));
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}

function firstNamed(
  message: string,
  names: readonly string[],
  pattern: (name: string) => string,
): string | null {
  const places = names.map((name) => ({ name, place: placeOf(message, pattern(escape(name))) }));
  const [first] = places
    .filter(({ place }) => place !== Number.POSITIVE_INFINITY)
    .toSorted((left, right) => left.place - right.place);
  return first?.name ?? null;
}

/**
 * The one of `names` (wire names of parameters) that `message` names first, or null. A name in quotes or after a dot
 * (`parameters.start`) is surer than a bare word, which may be plain English, so those are looked for first. Whole words
 * only, upper and lower case as given.
 */
export function fieldOf(message: string, names: readonly string[]): string | null {
  const known = names.filter((name) => name !== '');
  return (
    firstNamed(message, known, (name) => `(?:${QUOTES}|\\w\\.)${name}(?![\\w\\-])`) ??
    firstNamed(message, known, (name) => `(?<![\\w\\-])${name}(?![\\w\\-])`)
  );
}
