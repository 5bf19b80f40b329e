/** Turns metadata into features that two titles can share. */
import { seriesOfItems } from '../series';
import type { Attribute, ItemTable } from '../tables';

type FeatureKind = 'attribute' | 'keyword' | 'series';

interface Feature {
  readonly kind: FeatureKind;
  /** Name of the attribute; empty for others. */
  readonly name: string;
  readonly value: string;
}

/** Features of row r: codes[offsets[r] .. offsets[r + 1]], ascending, without repeats. */
export interface TitleFeatures {
  readonly offsets: Int32Array;
  readonly codes: Int32Array;
  readonly features: readonly Feature[];
  /**
   * Weight of each feature: one over the number of titles that have it, as a feature of few titles says more. A quotient rather than a logarithm, so
   * that every machine computes the same bits. 0 for a feature of one title alone, such as its name: no other title can share it.
   */
  readonly weights: Float64Array;
}

/**
 * Categorical attributes, members of sets, keywords and the series. Omits numbers, since no scale says which values are near.
 * @param keywords item ID to names
 */
export function featuresOf(items: ItemTable, keywords: ReadonlyMap<string, readonly string[]>): TitleFeatures {
  const known = new Map<string, Feature>();
  const { series, names } = seriesOfItems(items.titles);
  const keysOf = items.ids.map((id, row) => {
    const own = new Set<string>();
    const add = (feature: Feature): void => {
      const key = JSON.stringify([feature.kind, feature.name, feature.value]);
      own.add(key);
      known.set(key, feature);
    };
    for (const attribute of items.attributes)
      for (const value of valuesOf(attribute, row)) add({ kind: 'attribute', name: attribute.name, value });
    for (const value of keywords.get(id) ?? []) add({ kind: 'keyword', name: '', value });
    // Series whose names differ only in case are one series.
    if (series[row] !== -1) add({ kind: 'series', name: '', value: names[series[row]!]! });
    return [...own];
  });
  // Codes in the order of their texts, so that sums over them do not depend on which title came first.
  const keys = [...known.keys()].sort();
  const codeOf = new Map(keys.map((key, code) => [key, code]));
  const rows = keysOf.map((own) => Int32Array.from(own, (key) => codeOf.get(key)!).sort());
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((own, row) => (offsets[row + 1] = offsets[row]! + own.length));
  const codes = new Int32Array(offsets[rows.length]!);
  rows.forEach((own, row) => codes.set(own, offsets[row]!));
  const titles = new Int32Array(keys.length);
  for (const code of codes) titles[code]!++;
  const weights = Float64Array.from(titles, (count) => (count > 1 ? 1 / count : 0));
  return { offsets, codes, features: keys.map((key) => known.get(key)!), weights };
}

function valuesOf(attribute: Attribute, row: number): string[] {
  switch (attribute.kind) {
    case 'categorical':
      return attribute.codes[row] === -1 ? [] : [attribute.categories[attribute.codes[row]!]!];
    case 'set':
      return Array.from(
        attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!),
        (code) => attribute.categories[code]!,
      );
    case 'numeric':
      return [];
  }
}
