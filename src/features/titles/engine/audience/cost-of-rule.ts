/** What one more rule costs on the hold-out, beside the rules that count. */
import type { Reach } from '../../contract/audience';
import { type AppliedRules, NO_RULES } from '../../../../shared/contract/rules';
import { LIST_LENGTH } from '../../../../shared/limits';
import { pairedDifference } from '../../../../engine/model/evaluate/bootstrap';
import { judge, meanOf } from '../../../../engine/model/evaluate/judge';
import { RandomStreams } from '../../../../engine/model/random';
import { rulesOnTest } from '../../../../engine/lists/rules-on-test';
import type { RunSession } from '../../../../engine/sessions/run-session';

/** The same rules give the same interval, whatever the seed of the run. */
const RANDOM = new RandomStreams(0);

type Cost = Reach['options'][number]['cost'];

/**
 * @param counting null without rules
 * @returns the cost of other rules; null for a run that kept no lists of its hold-out
 */
export async function costsBeside(
  session: RunSession,
  counting: AppliedRules | null,
  date: string,
): Promise<(applied: AppliedRules) => Promise<Cost>> {
  const test = await rulesOnTest(session, counting ?? { set: NO_RULES, date });
  if (test === null) return async () => null;
  const scoresOf = (lists: Int32Array): Float64Array => judge(lists, LIST_LENGTH, test.tested, test.targets).score;
  const before = scoresOf(counting === null ? test.before : test.after);
  return async (applied) => {
    const after = scoresOf((await rulesOnTest(session, applied))!.after);
    const { mean, ...interval } = pairedDifference(before, after, RANDOM.stream('titles/reach'));
    return { score: mean, ...interval, before: meanOf(before), after: meanOf(after) };
  };
}
