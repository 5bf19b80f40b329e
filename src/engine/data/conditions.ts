/** Attributes of profiles as numbers: what the model is conditioned on. */
import type { Attribute, ProfileTable } from './tables';

export interface Conditions {
  /** Number of columns; 0 if profiles have no attributes. */
  readonly width: number;
  /** Label of each column: "sex = F", "age = missing", "hours (standardised)". */
  readonly names: readonly string[];
  /** (profiles + 1) x width, row-major; the last row is a profile of which nothing is known. */
  readonly values: Float32Array;
}

interface Columns {
  names: string[];
  /** Writes the columns of one profile, starting at `at`; profile -1 is the unknown one. `from` replaces the attribute by another table's. */
  write(values: Float32Array, at: number, profile: number, from?: Attribute): void;
}

/** Encodes single profiles with the categories, mean and deviation of the whole table. */
export interface ConditionEncoder {
  readonly width: number;
  readonly names: readonly string[];
  /** Index of each column's attribute in the table. */
  readonly attributeOf: readonly number[];
  /**
   * Encodes one row.
   * @param changed attributes that replace the profile's own, by name: tables of one row and the same kind
   */
  encode(profile: number, changed?: ReadonlyMap<string, Attribute>): Float32Array;
}

/**
 * Encodes categorical and set attributes as one column for each category and one for missing, numeric ones as the standardised value and one column
 * for missing.
 * @returns one row per profile, and a last one for the unknown profile, where everything is missing
 */
export function encodeConditions(profiles: ProfileTable): Conditions {
  const { width, names, encode } = conditionEncoder(profiles);
  const count = profiles.ids.length;
  const values = new Float32Array((count + 1) * width);
  for (let row = 0; row <= count; row++) values.set(encode(row < count ? row : -1), row * width);
  return { width, names, values };
}

export function conditionEncoder(profiles: ProfileTable): ConditionEncoder {
  const encoders = profiles.attributes.map((attribute) => ({ name: attribute.name, ...encoderOf(attribute) }));
  const names = encoders.flatMap((encoder) => encoder.names);
  return {
    width: names.length,
    names,
    attributeOf: encoders.flatMap((encoder, place) => encoder.names.map(() => place)),
    encode(profile, changed) {
      const values = new Float32Array(names.length);
      let at = 0;
      for (const encoder of encoders) {
        const other = changed?.get(encoder.name);
        if (other === undefined) encoder.write(values, at, profile);
        else encoder.write(values, at, 0, other);
        at += encoder.names.length;
      }
      return values;
    },
  };
}

/** How to compute one column, for programs that encode profiles themselves. */
export type ConditionColumn = { readonly attribute: string } & (
  | { readonly is: 'category'; readonly category: string }
  | { readonly is: 'missing' }
  /** (value - mean) / deviation */
  | { readonly is: 'standardised'; readonly mean: number; readonly deviation: number }
);

/** The columns in the order that `encodeConditions` uses. */
export const conditionColumns = (profiles: ProfileTable): ConditionColumn[] =>
  profiles.attributes.flatMap((attribute): ConditionColumn[] => {
    const { name } = attribute;
    const known: ConditionColumn[] =
      attribute.kind === 'numeric'
        ? [{ attribute: name, is: 'standardised', ...momentsOf(attribute.values) }]
        : attribute.categories.map((category) => ({ attribute: name, is: 'category', category }));
    return [...known, { attribute: name, is: 'missing' }];
  });

function encoderOf(attribute: Attribute): Columns {
  switch (attribute.kind) {
    case 'categorical':
      return {
        names: categoryNames(attribute.name, attribute.categories),
        write(values, at, profile, from = attribute) {
          const code = profile < 0 ? -1 : (from as typeof attribute).codes[profile]!;
          values[at + (code < 0 ? attribute.categories.length : code)] = 1;
        },
      };
    case 'set':
      return {
        names: categoryNames(attribute.name, attribute.categories),
        write(values, at, profile, other = attribute) {
          const { offsets, codes } = other as typeof attribute;
          const from = profile < 0 ? 0 : offsets[profile]!;
          const to = profile < 0 ? 0 : offsets[profile + 1]!;
          if (from === to) values[at + attribute.categories.length] = 1;
          for (let position = from; position < to; position++) values[at + codes[position]!] = 1;
        },
      };
    case 'numeric': {
      const { mean, deviation } = momentsOf(attribute.values);
      return {
        names: [`${attribute.name} (standardised)`, `${attribute.name} = missing`],
        write(values, at, profile, from = attribute) {
          const value = profile < 0 ? NaN : (from as typeof attribute).values[profile]!;
          if (Number.isNaN(value)) values[at + 1] = 1;
          else values[at] = (value - mean) / deviation;
        },
      };
    }
  }
}

function categoryNames(name: string, categories: readonly string[]): string[] {
  return [...categories.map((category) => `${name} = ${category}`), `${name} = missing`];
}

/** Mean and deviation (population) of the values that are not NaN; deviation 1 if all are equal. */
function momentsOf(values: Float64Array): { mean: number; deviation: number } {
  let count = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
  }
  const mean = count === 0 ? 0 : sum / count;
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) * (value - mean);
  const deviation = count === 0 ? 0 : Math.sqrt(squares / count);
  return { mean, deviation: deviation > 0 ? deviation : 1 };
}
