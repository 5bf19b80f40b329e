/**
 * Mixes everything into the network's scores when lists are made: popularity among peers first, then the companions, and the trend last, so that it
 * keeps its weight. Each step is rounded to 32 bits. Our kernels do the same (addon/mixed-rows.h).
 */
import type { SparseRows } from '../../data/tables';
import type { Kernels, RowsToMix } from '../kernels/kernels';
import { mixRows, momentsOf } from './companion';
import { mixPeers } from './peers';

/**
 * Mixes with the kernels if they can, else row by row.
 * @param rows whose own scores may be changed in place, and those of companions
 * @param histories of the same rows
 * @returns rows x items
 */
export function mixedScores(
  kernels: Pick<Kernels, 'mixedScores'>,
  rows: RowsToMix,
  histories: Pick<SparseRows, 'rows' | 'offsets'>,
): Float32Array {
  if (kernels.mixedScores !== undefined && histories.rows > 0) return kernels.mixedScores(rows, histories);
  const { own, peers, others, trend, isWithoutNetwork } = rows;
  const lengths = Array.from(
    { length: histories.rows },
    (_, row) => histories.offsets[row + 1]! - histories.offsets[row]!,
  );
  const network = isWithoutNetwork ? own.slice() : null;
  if (peers !== null) mixPeers(own, peers, peers.conditions, lengths);
  mixRows(
    own,
    others.map(({ scores }) => scores),
    lengths,
    others.map(({ share }) => share),
  );
  if (trend !== null) for (let at = 0; at < own.length; at++) own[at]! += trend[at % trend.length]!;
  if (network !== null) putCompanionsAlone(own, network, rows, lengths);
  return own;
}

/** Puts the scores of the companions without the network into the rows that have a history. @param others standardised in these rows */
function putCompanionsAlone(
  into: Float32Array,
  network: Float32Array,
  { others, trend }: RowsToMix,
  lengths: readonly number[],
): void {
  const items = into.length / lengths.length;
  const all = others.reduce((sum, { share }) => sum + share, 0);
  lengths.forEach((length, row) => {
    if (length === 0) return;
    const { mean, deviation } = momentsOf(network.subarray(row * items, (row + 1) * items));
    for (let item = 0; item < items; item++) {
      const at = row * items + item;
      let sum = 0;
      for (const { share, scores } of others) sum += share * scores[at]!;
      into[at] = mean + (deviation * sum) / all + (trend?.[item] ?? 0);
    }
  });
}
