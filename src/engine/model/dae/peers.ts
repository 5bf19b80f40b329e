/**
 * Popularity among peers: profiles with the same attributes. A short history says little, and a network trained on long ones overrates it and
 * underrates the attributes; so the shorter the history, the more of this is mixed in.
 *
 *   log(p_i) + sum over attributes f of the profile of log(p_fi / p_i),   p_fi = (n_fi + k p_i) / (n_f + k)
 *
 * with n_fi the profiles that have f and watched i, n_f the sum of n_fi over all titles, p_i the share of title i in all viewings, and k a tenth of
 * all viewings: naive Bayes, with attributes shrunk towards overall popularity.
 */
import type { Recipe } from '../../../shared/recipe/table';
import type { Conditions } from '../../data/conditions';
import { columnCounts } from '../../data/histories';
import type { TrainingData } from '../../data/tables';
import type { NamedTensors } from '../recommender';
import { momentsOf } from './companion';

/**
 * (conditions + 1) x items: the first row is for all profiles, then one row for each column of the encoded profile, to be added if the column is 1.
 */
export const PEERS = 'peers';
/** Share of peers in a row without a history. */
export const PEERS_SHARE = 'peers.share';

/** The weight k of overall popularity, as a share of all viewings. */
const SHRINKAGE = 0.1;
/** An attribute of fewer profiles is ignored: it would reveal what each of them watched. */
const LEAST_HAVING = 10;
/** A history of this many titles leaves peers half their share. */
export const HALF_LEFT = 2;

export interface Peers {
  readonly table: Float32Array;
  /** Columns of the encoded profile. */
  readonly width: number;
  readonly share: number;
}

/**
 * Tensors of peers; none if their share is 0, or the network knows no attributes of profiles.
 * @param conditions encoded profiles, profiles x width
 * @param recipe with the share of peers in a row without a history, 0 to 1
 */
export function peerTensors(
  { histories }: Pick<TrainingData, 'histories'>,
  conditions: Conditions,
  recipe: Pick<Recipe, 'mixture.peers' | 'structure.condition'>,
): NamedTensors {
  const { width } = conditions;
  const share = recipe['mixture.peers'];
  if (share === 0 || width === 0 || recipe['structure.condition'] === 'none') return {};
  const { columns: items, indices, offsets } = histories;
  const counts = columnCounts(histories);
  const whole = indices.length + items;
  const everybody = Float64Array.from(counts, (count) => (count + 1) / whole);
  const table = new Float32Array((width + 1) * items);
  const logarithms = everybody.map((part) => Math.log(part));
  table.set(logarithms);
  const shrinkage = SHRINKAGE * indices.length;
  for (const column of columnsOfSome(conditions, histories.rows)) {
    const watched = new Float64Array(items);
    let all = 0;
    for (let row = 0; row < histories.rows; row++) {
      if (conditions.values[row * width + column] !== 1) continue;
      const own = indices.subarray(offsets[row]!, offsets[row + 1]!);
      for (let at = 0; at < own.length; at++) watched[own[at]!]!++;
      all += own.length;
    }
    for (let item = 0; item < items; item++)
      table[(column + 1) * items + item] =
        Math.log((watched[item]! + shrinkage * everybody[item]!) / (all + shrinkage)) - logarithms[item]!;
  }
  return {
    [PEERS]: { shape: [width + 1, items], values: table },
    [PEERS_SHARE]: { shape: [1], values: Float32Array.of(share) },
  };
}

/** Columns of 0 and 1 that are 1 for enough profiles, and not for all. */
function columnsOfSome({ values, width }: Conditions, profiles: number): number[] {
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    let having = 0;
    for (let row = 0; row < profiles; row++) {
      const value = values[row * width + column]!;
      if (value !== 0 && value !== 1) return false;
      having += value;
    }
    return having >= LEAST_HAVING && having < profiles;
  });
}

/** The peers among a model's tensors; null if none are mixed in. */
export function peersIn(tensors: NamedTensors): Peers | null {
  const table = tensors[PEERS];
  if (table === undefined) return null;
  return { table: table.values as Float32Array, width: table.shape[0]! - 1, share: tensors[PEERS_SHARE]!.values[0]! };
}

/** Share of peers in a row with this many titles in its history, 0 to `share`. */
export const peersPart = (share: number, length: number): number => (share * HALF_LEFT) / (HALF_LEFT + length);

/**
 * The peers' scores of one row: the formula above.
 * @param conditions the encoded profile, length width
 * @param into length items; overwritten
 */
export function peersRow({ table, width }: Peers, conditions: Float32Array, into: Float32Array): Float32Array {
  const items = into.length;
  into.set(table.subarray(0, items));
  for (let column = 0; column < width; column++) {
    const value = conditions[column]!;
    if (value === 0) continue;
    const from = (column + 1) * items;
    for (let item = 0; item < items; item++) into[item]! += value * table[from + item]!;
  }
  return into;
}

/**
 * (1 - part) x own + part x peers, with the peers scaled to the mean and deviation of the own row; peersPart gives the part.
 * @param own rows x items; changed in place
 * @param conditions rows x width
 * @param lengths number of titles in the history of each row
 */
export function mixPeers(
  own: Float32Array,
  peersOfAll: Peers,
  conditions: Float32Array,
  lengths: readonly number[],
): void {
  const { width, share } = peersOfAll;
  const items = own.length / lengths.length;
  const peers = new Float32Array(items);
  lengths.forEach((length, row) => {
    peersRow(peersOfAll, conditions.subarray(row * width, (row + 1) * width), peers);
    const mine = own.subarray(row * items, (row + 1) * items);
    const [ownMoments, peerMoments] = [momentsOf(mine), momentsOf(peers)];
    const part = peersPart(share, length);
    const scale = ownMoments.deviation / (peerMoments.deviation || 1);
    for (let item = 0; item < items; item++)
      mine[item] = mine[item]! * (1 - part) + part * (ownMoments.mean + scale * (peers[item]! - peerMoments.mean));
  });
}
