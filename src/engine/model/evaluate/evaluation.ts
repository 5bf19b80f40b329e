/** The input and the result of an evaluation. */
import type { Metrics } from '../../../shared/contract/run';
import type { Histories } from '../../data/tables';
import type { Recommender } from '../recommender';
import type { PerProfile } from './judge';

export interface EvaluationInput {
  recommender: Recommender;
  /** profiles x items: viewings in the training part. */
  histories: Histories;
  /** profiles x conditionWidth, row-major; the width may be 0. */
  conditions: Float32Array;
  conditionWidth: number;
  /** profiles x items; rows without targets are not judged. */
  targets: Histories;
  excludeWatched: boolean;
  /** Number of places to judge; 25 where absent. */
  count?: number;
}

export interface Evaluation {
  readonly metrics: Metrics;
  readonly perProfile: PerProfile;
  /** test profiles x count, best first, -1 after the end of a list. */
  readonly lists: Int32Array;
}
