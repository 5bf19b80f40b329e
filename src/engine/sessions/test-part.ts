/** The hold-out of a run, taken from its data again: the held-out titles, and how many of them the most popular titles would find. */
import type { RunRecord } from '../../shared/contract/run';
import { wholeRows } from '../data/histories';
import { selectTrainingData, trainingPart } from '../data/selection';
import type { Snapshot } from '../data/snapshot-tables';
import type { SparseRows } from '../data/tables';
import { evaluate } from '../model/evaluate/evaluate';
import type { PerProfile } from '../model/evaluate/judge';
import { splitForTest } from '../model/evaluate/split';
import { popularityRecommender } from '../model/baselines/popularity';

export interface TestPart {
  /** profiles x items of the run: held-out titles that the profile had not watched before. */
  readonly targets: SparseRows;
  /** profiles x items of the run: viewings outside the hold-out. */
  readonly histories: SparseRows;
  /** The metrics of the most watched titles outside the hold-out, as one list for all profiles. */
  readonly popular: PerProfile;
}

export async function loadTestPart(snapshot: Snapshot, { recipe, seed }: RunRecord): Promise<TestPart> {
  const data = await selectTrainingData(snapshot, recipe);
  const { train, targets } = await splitForTest(data, recipe, seed);
  const { histories } = await trainingPart(data, train);
  const { perProfile } = evaluate({
    recommender: popularityRecommender(histories),
    histories,
    conditions: new Float32Array(0),
    conditionWidth: 0,
    targets,
    excludeWatched: recipe['scoring.watched'] === 'exclude',
  });
  return { targets: wholeRows(targets), histories: wholeRows(histories), popular: perProfile };
}
