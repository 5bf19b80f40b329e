/** Translates attributes of profiles of one data set into the terms of another: the conditions of a trained model keep their meaning. */
import { conditionEncoder } from '../../../engine/data/conditions';
import type { Attribute, ProfileTable } from '../../../engine/data/tables';

/**
 * @param there of the model's run: the categories, means and deviations that it was trained with
 * @param here profiles to encode
 * @returns encodes a row of `here`. An attribute or a category that the run does not know is missing
 */
export function conditionsOf(there: ProfileTable, here: ProfileTable): (row: number) => Float32Array {
  const encoder = conditionEncoder(there);
  const translations = there.attributes.map((attribute) => {
    const own = here.attributes.find(({ name, kind }) => name === attribute.name && kind === attribute.kind);
    return { name: attribute.name, of: translation(attribute, own) };
  });
  return (row) => encoder.encode(-1, new Map(translations.map(({ name, of }) => [name, of(row)] as const)));
}

/** @returns a table of one row in the terms of `there` */
function translation(there: Attribute, here: Attribute | undefined): (row: number) => Attribute {
  const missing = missingIn(there);
  if (here === undefined) return () => missing;
  if (there.kind === 'numeric') {
    const { values } = here as typeof there;
    return (row) => ({ ...there, values: Float64Array.of(values[row]!) });
  }
  const codeThere = new Map(there.categories.map((category, code) => [category, code]));
  const codes = Int32Array.from((here as typeof there).categories, (category) => codeThere.get(category) ?? -1);
  if (there.kind === 'categorical') {
    const own = here as typeof there;
    return (row) => ({ ...there, codes: Int32Array.of(codes[own.codes[row]!] ?? -1) });
  }
  const own = here as typeof there;
  return (row) => {
    const members = own.codes.subarray(own.offsets[row]!, own.offsets[row + 1]!);
    const known = Int32Array.from(members, (code) => codes[code]!)
      .filter((code) => code >= 0)
      .sort();
    return { ...there, offsets: Int32Array.of(0, known.length), codes: known };
  };
}

function missingIn(attribute: Attribute): Attribute {
  switch (attribute.kind) {
    case 'categorical':
      return { ...attribute, codes: Int32Array.of(-1) };
    case 'numeric':
      return { ...attribute, values: Float64Array.of(NaN) };
    case 'set':
      return { ...attribute, offsets: Int32Array.of(0, 0), codes: new Int32Array(0) };
  }
}
