/** Attributes of profiles as numbers: what the model is conditioned on. */
import type { Attribute, ProfileTable } from './tables';

export interface Conditions {
  /** Columns; 0 where profiles have no attributes. */
  readonly width: number;
  /** What each column says: "sex = F", "age = missing", "hours (standardised)". */
  readonly names: readonly string[];
  /** (profiles + 1) x width, row-major; the last row is that of a profile about which nothing is known. */
  readonly values: Float32Array;
}

interface Columns {
  names: string[];
  /** Writes the columns of one profile, starting at `at`; profile -1 is the unknown one. */
  write(values: Float32Array, at: number, profile: number): void;
}

/**
 * One column a category and one for missing (categorical and set), or the standardised value and one column for missing (numeric).
 * @returns one row a profile and one more for the unknown profile, in which everything is missing
 */
export function encodeConditions(profiles: ProfileTable): Conditions {
  const encoders = profiles.attributes.map(encoderOf);
  const names = encoders.flatMap((encoder) => encoder.names);
  const width = names.length;
  const count = profiles.ids.length;
  const values = new Float32Array((count + 1) * width);
  for (let row = 0; row <= count; row++) {
    let at = row * width;
    for (const encoder of encoders) {
      encoder.write(values, at, row < count ? row : -1);
      at += encoder.names.length;
    }
  }
  return { width, names, values };
}

function encoderOf(attribute: Attribute): Columns {
  switch (attribute.kind) {
    case 'categorical':
      return {
        names: categoryNames(attribute.name, attribute.categories),
        write(values, at, profile) {
          const code = profile < 0 ? -1 : attribute.codes[profile]!;
          values[at + (code < 0 ? attribute.categories.length : code)] = 1;
        },
      };
    case 'set':
      return {
        names: categoryNames(attribute.name, attribute.categories),
        write(values, at, profile) {
          const from = profile < 0 ? 0 : attribute.offsets[profile]!;
          const to = profile < 0 ? 0 : attribute.offsets[profile + 1]!;
          if (from === to) values[at + attribute.categories.length] = 1;
          for (let position = from; position < to; position++) values[at + attribute.codes[position]!] = 1;
        },
      };
    case 'numeric': {
      const { mean, deviation } = momentsOf(attribute.values);
      return {
        names: [`${attribute.name} (standardised)`, `${attribute.name} = missing`],
        write(values, at, profile) {
          const value = profile < 0 ? NaN : attribute.values[profile]!;
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

/** Mean and deviation of the values that are there; deviation 1 where all are the same. */
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
