// Looks people and mailboxes up by parts of their names, and tells those apart that share one.

/** Whether a text has every word that was searched for, whatever its case and accents. */
export function matcherOf(search: string): (text: string) => boolean {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (text) => {
    const searched = plain(text);
    return words.every((word) => searched.includes(word));
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** A label for each entry: its name, with what else is known of it where another one has the same name. */
export function distinctLabels(
  entries: readonly { readonly name: string; readonly email: string; readonly id: string }[],
): string[] {
  const names = entries.map(({ name, email, id }) => name || email || id);
  return entries.map(({ email, id }, index) => {
    const name = names[index] ?? id;
    const isShared = names.some((other, at) => at !== index && other === name);
    return isShared ? `${name}, ${email !== '' && email !== name ? email : id}` : name;
  });
}
