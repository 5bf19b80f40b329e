/** What a run was judged on, taken again from its data: the held-out titles, and what the same popular list for everyone finds of them. */
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
  /** profiles x items of the run: what was watched in the rest. */
  readonly histories: SparseRows;
  /** How good the most watched titles of the rest would have been as everyone's list. */
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
