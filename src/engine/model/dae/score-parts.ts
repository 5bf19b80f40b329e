/** Splits the mixed score of one row and one item into a sum of parts; contributions.ts splits the network's part. */
import type { SparseRows } from '../../data/tables';
import { linearTerms } from '../linear-terms';
import { companionPart, momentsOf } from './companion';
import { networkParts } from './contributions';
import type { DaeRecommender, LatentRows } from './dae-recommender';
import { normaliseRows } from './noise';
import { mixPeers, peersPart, peersRow } from './peers';
import { TREND } from './structure';

interface PartsInput {
  /** One row. */
  readonly history: SparseRows;
  /** The encoded profile, and that of a profile of which nothing is known. */
  readonly condition: Float32Array;
  readonly unknown: Float32Array;
  /** Strength of the condition; 1 is as trained. */
  readonly strength: number;
  /** Share of the row's own code beside its neighbours'. */
  readonly ownShare: number;
  /** The row between encoder and decoder: mixed with its neighbours, and then as it is decoded. */
  readonly mixed: LatentRows;
  readonly steered: LatentRows;
  /** The item's score for a profile without a history of which nothing is known. */
  readonly unknownScore: number;
}

interface ScoreParts {
  /** The score that every profile gets, without the trend. */
  readonly base: number;
  readonly trend: number;
  /** Change of the base because a history of this length is mixed with other shares. */
  readonly length: number;
  /** Change of the base of a profile without a history, because what is mixed in takes the scale of its own scores. */
  readonly scale: number;
  /** One part per title of the history, in its order, including linear companions. */
  readonly history: Float64Array;
  /** One part per column of the encoded profile, from the network and from peers. */
  readonly condition: Float64Array;
  readonly neighbours: number;
  readonly directions: number;
  /** In order: the part of each companion that is not a sum over titles, 0 for the others. */
  readonly companions: readonly number[];
}

/**
 * Splits a score; the parts add up to it but for rounding in 32 bits.
 * @param item column of the vocabulary
 */
export function scoreParts(recommender: DaeRecommender, input: PartsInput, item: number): ScoreParts {
  const { history, condition, unknown, strength, steered } = input;
  const { recipe, peers, companions } = recommender;
  const tensors = recommender.tensors();
  const network = networkParts(
    {
      tensors,
      recipe,
      history: normaliseRows(history, recipe['structure.input']),
      condition,
      unknown,
      strength,
      ownShare: input.ownShare,
      mixed: input.mixed.codes,
      pushed: steered.codes,
    },
    item,
  );
  const length = history.indices.length;
  const trend = tensors[TREND]?.values[item] ?? 0;

  const own = peers === null && companions.length === 0 ? null : recommender.networkScores(steered);
  const peerPart = peers === null ? 0 : peersPart(peers.share, length);
  const shares = companions.map(({ share }) => companionPart(share, length));
  const left = 1 - shares.reduce((sum, share) => sum + share, 0);

  // Everything below is linear in the scores of the network, of peers and of companions, with the row's means and deviations held fixed.
  const ofNetwork = (1 - peerPart) * left;
  let base = ofNetwork * network.base;
  const titles = network.history.map((part) => ofNetwork * part);
  const columns = network.condition.map((part) => ofNetwork * part);
  if (peers !== null && own !== null) {
    const before = momentsOf(own);
    const known = steered.joined.subarray(steered.joined.length - peers.width);
    const row = momentsOf(peersRow(peers, known, new Float32Array(own.length)));
    const scale = (peerPart * left * before.deviation) / (row.deviation || 1);
    const above = (of: number): number => aboveMean(peers.table.subarray(of * own.length, (of + 1) * own.length), item);
    base += peerPart * left * before.mean + scale * above(0);
    for (let column = 0; column < peers.width; column++) {
      const change = strength * (condition[column]! - unknown[column]!);
      if (change === 0 && unknown[column] === 0) continue;
      const part = above(column + 1);
      base += scale * unknown[column]! * part;
      columns[column]! += scale * change * part;
    }
    mixPeers(own, peers, known, [length]);
  }
  const ofCompanions = companions.map(({ recommender: companion }, place) => {
    if (own === null || length === 0) return 0;
    const { mean, deviation } = momentsOf(own);
    base += shares[place]! * mean;
    const { scores, terms } = linearTerms(companion, history, item);
    const theirs = momentsOf(scores);
    const scale = (shares[place]! * deviation) / (theirs.deviation || 1);
    if (terms === null) return scale * (scores[item]! - theirs.mean);
    base -= scale * theirs.mean;
    terms.forEach((term, title) => (titles[title]! += scale * term));
    return 0;
  });
  const unknownBase = input.unknownScore - trend;
  return {
    base: unknownBase,
    trend,
    length: length === 0 ? 0 : base - unknownBase,
    scale: length === 0 ? base - unknownBase : 0,
    history: titles,
    condition: columns,
    neighbours: ofNetwork * network.neighbours,
    directions: ofNetwork * network.directions,
    companions: ofCompanions,
  };
}

function aboveMean(values: Float32Array, item: number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return values[item]! - sum / values.length;
}
