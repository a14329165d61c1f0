// Names of row fields in plain words. Fields are an open set (contract.md section 8): the documented ones have a label of their
// own, any other is read as the words that its name is made of.

/** Documented fields (contract.md sections 8 and 12). */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['id', 'Row ID'],
  ['startDateTime', 'Period start'],
  ['received', 'Received'],
  ['initiated', 'Initiated'],
  ['userId', 'User ID'],
  ['userName', 'User'],
  ['userEmail', 'User email'],
  ['userActive', 'User active'],
  ['messageId', 'Message ID'],
]);

/** Words written otherwise than in small letters. */
const ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['id', 'ID'],
  ['ids', 'IDs'],
  ['sla', 'SLA'],
  ['url', 'URL'],
  ['utc', 'UTC'],
]);

/** Last words that are a unit and not part of what is measured. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['percent', '%'],
  ['milliseconds', 'ms'],
  ['seconds', 'seconds'],
  ['minutes', 'minutes'],
]);

const NO_NAME = '(no name)';

/** "Initial replies inside SLA, %" for `initialRepliesInsideSlaPercent`. */
export function labelOf(key: string): string {
  return LABELS.get(key) ?? inWords(key);
}

function inWords(key: string): string {
  const words = wordsOf(key);
  const last = words.at(-1);
  if (last === undefined) return key.trim() === '' ? NO_NAME : key;
  const unit = words.length > 1 ? UNITS.get(last) : undefined;
  if (unit !== undefined) return `${sentence(words.slice(0, -1))}, ${unit}`;
  if (last === 'time' && words.at(-2) === 'date' && words.length > 2) {
    return `${sentence(words.slice(0, -2))} at`;
  }
  return sentence(words);
}

/** Small-letter words of a name in camelCase, snake_case, kebab-case or plain text. */
function wordsOf(key: string): string[] {
  return key
    .replaceAll(/[_\-.\s]+/gu, ' ')
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
}

function sentence(words: readonly string[]): string {
  const text = words.map((word) => ACRONYMS.get(word) ?? word).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
