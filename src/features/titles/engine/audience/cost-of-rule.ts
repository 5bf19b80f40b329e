/** What one more rule costs on the hold-out, beside the rules that count, for each of several. */
import { setImmediate } from 'node:timers/promises';
import type { Reach } from '../../contract/audience';
import { type AppliedRules, NO_RULES } from '../../../../shared/contract/rules';
import { compareLists } from '../../../../engine/delivery/judge';
import { rulesOnTest } from '../../../../engine/delivery/hold-out';
import type { RunSession } from '../../../../engine/sessions/run-session';

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
  const all: Int32Array[] = [];
  for (const applied of tried) {
    all.push((await rulesOnTest(session, applied))!.after);
    await setImmediate();
  }
  return compareLists(test, counting === null ? test.before : test.after, all);
}
