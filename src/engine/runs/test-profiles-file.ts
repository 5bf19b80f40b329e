/** test-profiles.safetensors: the list that each test profile was measured with, and its metrics. The record holds the means. */
import * as path from 'node:path';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { LIST_LENGTH } from '../../shared/limits';
import { say, type Sentence } from '../../shared/words/sentence';
import type { Evaluation } from '../model/evaluate/evaluation';
import { checkTensors, type TensorDeclaration } from '../model/declaration';
import type { NamedTensors } from '../model/recommender';
import { writeSafetensors } from '../model/safetensors-file';
import { floatsOf, integersOf } from '../model/values-of';
import { type ListSizes, problemOfItems } from './lists-file';
import { readSealedTensors, tensorsOfPart } from './sealed-tensors';

const TEST_PROFILES_FILE = 'test-profiles.safetensors';

export interface TestProfiles {
  /** Rows of the vocabulary, ascending. */
  readonly profile: Int32Array;
  readonly recall: Float32Array;
  readonly ndcg: Float32Array;
  readonly score: Float32Array;
  readonly judged: JudgedLists;
}

/** What the metrics were computed from. */
export interface JudgedLists {
  /** Number of held-out titles of each test profile. */
  readonly targets: Int32Array;
  /** test profiles x 25, columns of the vocabulary, best first, -1 after the end of a list. Made without the hold-out. */
  readonly lists: Int32Array;
}

/** Titles that a test profile watched next and that were in its list. @param index of the test profile */
export const hitsOf = ({ recall }: Pick<TestProfiles, 'recall'>, { targets }: JudgedLists, index: number): number =>
  Math.round(recall[index]! * Math.min(LIST_LENGTH, targets[index]!));

/** Over all test profiles together: titles that they watched next, and those in their lists. */
export function foundNext(tested: TestProfiles): { all: number; listed: number } {
  const { judged } = tested;
  let [all, listed] = [0, 0];
  judged.targets.forEach((wanted, index) => {
    all += wanted;
    listed += hitsOf(tested, judged, index);
  });
  return { all, listed };
}

/**
 * `profile`: int32; `recall`, `ndcg`, `score`: float32; `targets`: int32; one entry per test profile.
 * `lists`: int32, test profiles x 25.
 */
export async function writeTestProfiles(folder: string, { perProfile, lists }: Evaluation): Promise<void> {
  const { profile, recall, ndcg, score, targets } = perProfile;
  const shape = [profile.length];
  const tensors = {
    profile: { shape, values: profile },
    recall: { shape, values: Float32Array.from(recall) },
    ndcg: { shape, values: Float32Array.from(ndcg) },
    score: { shape, values: Float32Array.from(score) },
    targets: { shape, values: targets },
    lists: { shape: [profile.length, LIST_LENGTH], values: lists },
  };
  await writeSafetensors(path.join(folder, TEST_PROFILES_FILE), tensors);
}

/**
 * Null if the run has none: its hold-out gave no metrics, or its bundle came without data.
 * @param sizes of the vocabulary; null for callers that use the metrics only, which skips the checks of profiles and titles
 * @param record whose hash the file must match, if known
 * @throws ShelfwiseError `bad-data` if the file is damaged
 */
export async function readTestProfiles(
  folder: string,
  sizes: ListSizes | null,
  record?: RunRecord,
): Promise<TestProfiles | null> {
  const what = say('run.file', { file: TEST_PROFILES_FILE, run: path.basename(folder) });
  const found = await tensorsOfPart(what, () => readSealedTensors(folder, TEST_PROFILES_FILE, record));
  return found && testProfilesIn(found.tensors, what, sizes);
}

const FIGURES = ['recall', 'ndcg', 'score'].map((name): TensorDeclaration => ({
  name,
  type: 'F32',
  shape: ['profiles'],
  values: { kind: 'share' },
}));
const JUDGED: readonly TensorDeclaration[] = [
  { name: 'targets', type: 'I32', shape: ['profiles'], values: { kind: 'counts' } },
  { name: 'lists', type: 'I32', shape: ['profiles', LIST_LENGTH] },
];

/** @throws ShelfwiseError `bad-data` if the tensors are not metrics and lists of such profiles */
function testProfilesIn(tensors: NamedTensors, what: Sentence, sizes: ListSizes | null): TestProfiles {
  const rows: TensorDeclaration = {
    name: 'profile',
    type: 'I32',
    shape: ['profiles'],
    values: { kind: 'rising', below: sizes?.profiles ?? 0x80000000 },
  };
  try {
    checkTensors([rows, ...FIGURES, ...JUDGED], tensors);
    const integers = (name: string): Int32Array => integersOf(tensors, name);
    const figuresOf = (name: string): Float32Array => floatsOf(tensors, name);
    const profile = integers('profile');
    const judged = { targets: integers('targets'), lists: integers('lists') };
    const problem = sizes && problemOfItems(judged.lists, profile.length, LIST_LENGTH, sizes.items);
    if (problem !== null) throw new ShelfwiseError('bad-data', problem);
    return { profile, recall: figuresOf('recall'), ndcg: figuresOf('ndcg'), score: figuresOf('score'), judged };
  } catch (thrown) {
    const { message, said = [message] } = toShelfwiseError(thrown);
    throw new ShelfwiseError('bad-data', say('run.part-damaged-cause', { part: what, cause: said }), { cause: thrown });
  }
}
