/** Which child is given the value of which other: the one part of the audit that is drawn. */
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { displayValue } from '../../../engine/data/display/attributes';
import type { Attribute } from '../../../engine/data/tables';
import type { RandomStreams } from '../../../engine/model/random';
import { MOST_VALUES } from '../contract/limits';
import type { FairnessOfAttribute } from '../contract/fairness';

export interface Swaps {
  readonly notAsked: FairnessOfAttribute['notAsked'];
  /** Rows of the children who are given a value, by that value; empty where nothing is asked. */
  readonly byValue: ReadonlyMap<string, Int32Array>;
}

/**
 * Gives each child the value of another one that has a different value, so that values are asked about as often as children have them. A child whose value
 * is not known is not asked about: it would tell what a missing value does.
 * @param rows of the children
 */
export function swapsOf(attribute: Attribute, rows: Int32Array, streams: RandomStreams): Swaps {
  const none = new Map<string, Int32Array>();
  const known = Array.from(rows, (row) => ({ row, value: displayValue(attribute, row) })).filter(
    (one): one is { row: number; value: string } => one.value !== null,
  );
  if (known.length < FEWEST_IN_GROUP) return { notAsked: 'few', byValue: none };
  const counts = new Map<string, number>();
  for (const { value } of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size < 2) return { notAsked: 'one-value', byValue: none };
  const common = [...counts].sort(([, one], [, other]) => other - one).slice(0, MOST_VALUES);
  const given = new Set(common.map(([value]) => value));
  const donors = known.map(({ value }) => value).filter((value) => given.has(value));
  const random = streams.stream(`fairness/${attribute.name}`);
  const byValue = new Map<string, number[]>();
  for (const { row, value: own } of known) {
    let other = own;
    while (other === own) other = donors[random.below(donors.length)]!;
    byValue.set(other, [...(byValue.get(other) ?? []), row]);
  }
  return {
    notAsked: null,
    byValue: new Map([...byValue].map(([value, some]) => [value, Int32Array.from(some)])),
  };
}

/** The children who are asked about, ascending; of more than `most` so many are drawn. */
export function drawnRows(rows: Int32Array, most: number, streams: RandomStreams): Int32Array {
  if (rows.length <= most) return rows;
  return streams.stream('fairness/children').shuffle(Int32Array.from(rows)).slice(0, most).sort();
}
