/** The companions of an autoencoder without it, to tell what it adds to them. */
import type { BestItems, ScoringRows } from '../ranking/scorer';
import type { NamedTensors, Recommender } from '../recommender';
import type { DaeRecommender } from './dae-recommender';

/** A row without a history has the autoencoder's scores, as companions know nothing about it. */
export class CompanionsAlone implements Recommender {
  /** @param autoencoder with at least one companion; disposed of with this */
  constructor(private readonly autoencoder: DaeRecommender) {}

  score(rows: ScoringRows): Float32Array {
    return this.autoencoder.decode(this.autoencoder.encode(rows), rows.histories, 'companions');
  }

  best(rows: ScoringRows, count: number, excludeWatched: boolean): BestItems | null {
    const { autoencoder } = this;
    return autoencoder.findsBest
      ? autoencoder.bestFor(autoencoder.encode(rows), rows.histories, count, excludeWatched, 'companions')
      : null;
  }

  tensors(): NamedTensors {
    return this.autoencoder.tensors();
  }

  dispose(): void {
    this.autoencoder.dispose();
  }
}
