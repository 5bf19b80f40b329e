/** Groups of titles, such as genres: a title may have any number of them, as codes. */
import type { Attribute } from '../tables';

export interface TitleGroups {
  readonly attribute: string;
  /** Label of each code. A title without a group gets the code after the last. */
  readonly labels: readonly string[];
  /** The codes of one title, at least one. */
  of(item: number): readonly number[];
}

/** @returns null if no title has a value to group by */
export function titleGroups(attribute: Attribute): TitleGroups | null {
  return hasValues(attribute) ? groupsBy(attribute) : null;
}

function hasValues(attribute: Attribute): boolean {
  if (attribute.kind === 'numeric') return attribute.values.some((value) => !Number.isNaN(value));
  return attribute.codes.some((code) => code >= 0);
}

function groupsBy(attribute: Attribute): TitleGroups {
  switch (attribute.kind) {
    case 'categorical':
      return ofCodes(attribute.name, attribute.categories, attribute.codes);
    case 'set': {
      const { name, categories, offsets, codes } = attribute;
      const none = [categories.length];
      return {
        attribute: name,
        labels: categories,
        of(item) {
          const own = codes.subarray(offsets[item]!, offsets[item + 1]!);
          return own.length === 0 ? none : Array.from(own);
        },
      };
    }
    case 'numeric': {
      const different = [...new Set(attribute.values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
      const codeOf = new Map(different.map((value, code) => [value, code]));
      const codes = Int32Array.from(attribute.values, (value) => codeOf.get(value) ?? -1);
      return ofCodes(attribute.name, different.map(String), codes);
    }
  }
}

/** @param codes one per title, -1 for a title without a group */
function ofCodes(attribute: string, labels: readonly string[], codes: Int32Array): TitleGroups {
  const alone = Array.from({ length: labels.length + 1 }, (_, code) => [code]);
  return { attribute, labels, of: (item) => alone[codes[item]!] ?? alone[labels.length]! };
}
