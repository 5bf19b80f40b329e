/** The companions of an autoencoder without it, to tell what it adds to them. */
import type { NamedTensors, Recommender } from '../recommender';
import type { ScoringRows } from '../ranking/scorer';
import { momentsOf, standardise } from './companion';
import type { DaeRecommender } from './dae-recommender';
import { TREND } from './structure';

/**
 * Scores rows x items: mean + deviation x (sum of share x other) / (sum of shares) + trend, with the mean and deviation of
 * the network's scores in that row, so that the trend weighs as much as beside the autoencoder. A row without a history
 * has the autoencoder's scores, as companions know nothing about it.
 */
export class CompanionsAlone implements Recommender {
  /** @param autoencoder with at least one companion; disposed of with this */
  constructor(private readonly autoencoder: DaeRecommender) {}

  score(rows: ScoringRows): Float32Array {
    const { companions } = this.autoencoder;
    const { histories } = rows;
    const scores = this.autoencoder.score(rows);
    const network = this.autoencoder.networkScores(this.autoencoder.encode(rows));
    const others = companions.map(({ recommender }) =>
      recommender.score({ histories, conditions: new Float32Array(0) }),
    );
    const all = companions.reduce((sum, { share }) => sum + share, 0);
    const trend = this.tensors()[TREND]?.values;
    const { columns } = histories;
    for (let row = 0; row < histories.rows; row++) {
      if (histories.offsets[row] === histories.offsets[row + 1]) continue;
      const ofRow = (whole: Float32Array): Float32Array => whole.subarray(row * columns, (row + 1) * columns);
      const { mean, deviation } = momentsOf(ofRow(network));
      const theirs = others.map(ofRow);
      for (const some of theirs) standardise(some);
      const into = ofRow(scores);
      for (let item = 0; item < columns; item++) {
        let sum = 0;
        for (let which = 0; which < theirs.length; which++) sum += companions[which]!.share * theirs[which]![item]!;
        into[item] = mean + (deviation * sum) / all + (trend?.[item] ?? 0);
      }
    }
    return scores;
  }

  tensors(): NamedTensors {
    return this.autoencoder.tensors();
  }

  dispose(): void {
    this.autoencoder.dispose();
  }
}
