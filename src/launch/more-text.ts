// A parameter that no documentation names, as it was typed, and as the address holds it.

/** Both texts as they were typed. */
export type MoreParameter = { readonly name: string; readonly value: string };

/** `name:value`; a colon in the name, which no good name has, is told apart from the one between them. */
export function writeMore({ name, value }: MoreParameter): string {
  return `${name.replaceAll('%', '%25').replaceAll(':', '%3A')}:${value}`;
}

/** Reads what {@link writeMore} wrote; without a colon it is all name. */
export function parseMore(text: string): MoreParameter {
  const [, name = '', value = ''] = /^([^:]*):?(.*)$/s.exec(text) ?? [];
  return { name: name.replaceAll('%3A', ':').replaceAll('%25', '%'), value };
}
