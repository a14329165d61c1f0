// A strict reader of RFC 4180, which shares nothing with what writes: fields, quotes, CR LF, and nothing that the grammar does not
// allow.

/** The records of `text`. Throws where it is not CSV by RFC 4180. */
export function readCsv(text: string, separator = ','): string[][] {
  const records: string[][] = [];
  let place = 0;

  function quoted(): string {
    let value = '';
    place += 1;
    for (;;) {
      const end = text.indexOf('"', place);
      if (end === -1) throw new SyntaxError('A quote is not closed');
      value += text.slice(place, end);
      place = end + 1;
      if (text[place] !== '"') return value;
      value += '"';
      place += 1;
    }
  }

  function plain(): string {
    const start = place;
    while (place < text.length && text[place] !== separator && text[place] !== '\r') {
      if (text[place] === '"' || text[place] === '\n') throw new SyntaxError(`Not allowed at ${place}`);
      place += 1;
    }
    return text.slice(start, place);
  }

  while (place < text.length) {
    const fields: string[] = [];
    for (;;) {
      fields.push(text[place] === '"' ? quoted() : plain());
      if (text[place] !== separator) break;
      place += 1;
    }
    if (text.slice(place, place + 2) !== '\r\n') throw new SyntaxError(`No end of line at ${place}`);
    place += 2;
    records.push(fields);
  }
  return records;
}
