/** What one more rule costs on the hold-out, beside the rules that count, for each of several. */
import { setImmediate } from 'node:timers/promises';
import type { Reach } from '../../contract/audience';
import { type AppliedRules, NO_RULES } from '../../../../shared/contract/rules';
import { LIST_LENGTH } from '../../../../shared/limits';
import { pairedDifferences } from '../../../../engine/model/evaluate/bootstrap';
import { judge, meanOf } from '../../../../engine/model/evaluate/judge';
import { RandomStreams } from '../../../../engine/model/random';
import { rulesOnTest } from '../../../../engine/lists/rules-on-test';
import type { RunSession } from '../../../../engine/sessions/run-session';

/** The same rules give the same interval, whatever the seed of the run. */
const RANDOM = new RandomStreams(0);

type Cost = Reach['options'][number]['cost'];

/**
 * @param counting null without rules
 * @param tried rule sets, each with the one rule more
 * @returns the cost of each; null for a run that kept no lists of its hold-out
 */
export async function costsBeside(
  session: RunSession,
  { counting, date }: { readonly counting: AppliedRules | null; readonly date: string },
  tried: readonly AppliedRules[],
): Promise<Cost[]> {
  const test = await rulesOnTest(session, counting ?? { set: NO_RULES, date });
  if (test === null) return tried.map(() => null);
  const scoresOf = (lists: Int32Array): Float64Array => judge(lists, LIST_LENGTH, test.tested, test.targets).score;
  const before = scoresOf(counting === null ? test.before : test.after);
  const all: Float64Array[] = [];
  for (const applied of tried) {
    all.push(scoresOf((await rulesOnTest(session, applied))!.after));
    await setImmediate();
  }
  return pairedDifferences(before, all, RANDOM.stream('titles/reach')).map(({ mean, ...interval }, at) => ({
    score: mean,
    ...interval,
    before: meanOf(before),
    after: meanOf(all[at]!),
  }));
}
