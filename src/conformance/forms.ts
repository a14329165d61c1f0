// The documented form of an object, and what in an object is not of that form. Not the schemas of the contract: those let pass whatever
// the desk can live with, and here every difference counts.
import { kindOf, plainName } from './redact.ts';

type Rule = {
  readonly says: string;
  readonly fits: (value: unknown) => boolean;
  readonly isOptional?: true;
  /** Where it is an object. */
  readonly fields?: Fields;
};
/** The fields that an object may have. */
type Fields = Readonly<Record<string, Rule>>;

type ObjectValue = Readonly<Record<string, unknown>>;

/** Whether it is an object with fields: no list, not null. */
export function isObject(value: unknown): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rules by what they ask for. */
export const RULES = {
  text: { says: 'text', fits: (value) => typeof value === 'string' },
  flag: { says: 'boolean', fits: (value) => typeof value === 'boolean' },
  list: { says: 'list', fits: Array.isArray },
  whole: { says: 'whole number', fits: (value) => Number.isInteger(value) },
  any: { says: 'anything', fits: () => true },
} as const satisfies Record<string, Rule>;

/** An object with these fields. */
export function objectOf(fields: Fields): Rule {
  return { says: 'object', fits: isObject, fields };
}

/** The rule, or null. */
export function orNull(rule: Rule): Rule {
  return { ...rule, says: `${rule.says} or null`, fits: (value) => value === null || rule.fits(value) };
}

/** The rule, for a field that may be missing. */
export function optional(rule: Rule): Rule {
  return { ...rule, isOptional: true };
}

/** What was found in an object: fields that are not as documented, in words, and the names of fields that are not documented. */
type Comparison = { readonly wrong: readonly string[]; readonly unknown: readonly string[] };

/** Holds `value` against `fields`. `at`: where it stands, with a dot at its end. */
export function compare(value: ObjectValue, fields: Fields, at = ''): Comparison {
  const wrong: string[] = [];
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => `${at}${plainName(name)}`);
  for (const [name, rule] of Object.entries(fields)) {
    const field = Object.hasOwn(value, name) ? value[name] : undefined;
    if (field === undefined) {
      if (rule.isOptional !== true) wrong.push(`\`${at}${name}\` is missing`);
    } else if (!rule.fits(field)) {
      wrong.push(`\`${at}${name}\` is ${kindOf(field)}, not ${rule.says}`);
    } else if (rule.fields !== undefined && isObject(field)) {
      const inner = compare(field, rule.fields, `${at}${name}.`);
      wrong.push(...inner.wrong);
      unknown.push(...inner.unknown);
    }
  }
  return { wrong, unknown };
}
