/**
 * Mixes everything into the network's scores when lists are made: popularity among peers first, then the companions, and the trend last, so that it
 * keeps its weight. Each step is rounded to 32 bits. Our kernels do the same (addon/mixed-rows.h).
 */
import type { SparseRows } from '../../data/tables';
import type { Kernels, RowsToMix } from '../kernels/kernels';
import { mixRows } from './companion';
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
  const { own, peers, others, trend } = rows;
  const lengths = Array.from(
    { length: histories.rows },
    (_, row) => histories.offsets[row + 1]! - histories.offsets[row]!,
  );
  if (peers !== null) mixPeers(own, peers, peers.conditions, lengths);
  mixRows(
    own,
    others.map(({ scores }) => scores),
    lengths,
    others.map(({ share }) => share),
  );
  if (trend !== null) for (let at = 0; at < own.length; at++) own[at]! += trend[at % trend.length]!;
  return own;
}
