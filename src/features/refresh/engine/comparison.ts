/** Compares the new run with the earlier one, as runs of different data are compared anywhere. */
import type { ComparedRefresh } from '../contract/refresh';
import type { Progress } from '../../../shared/contract/progress';
import type { ScoredAgain } from '../../run-comparison/contract/run-comparison';
import { reversed } from '../../../engine/delivery/judge';
import { scoreAgain } from '../../run-comparison/engine/public';
import type { Sessions } from '../../../engine/sessions/sessions';
import type { Workspace } from '../../../engine/storage/workspace';

export async function comparedRuns(
  sources: { readonly workspace: Workspace; readonly sessions: Sessions },
  { before, now }: { readonly before: string; readonly now: string },
  options: { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal },
): Promise<ComparedRefresh> {
  const { on, runs } = await scoreAgain(sources, [now, before], options);
  const { reason, titles, targets, metrics } = runs[0]!;
  const figures = metrics.map((metric) => figureOf(metric, on === now));
  const score = figures.find(({ metric }) => metric === 'score');
  return { with: before, verdict: verdictOf(score), reason, titles, targets, figures };
}

/** @param isOnNew whether the hold-out is that of the new run; the difference is then reversed */
function figureOf(figure: ScoredAgain['metrics'][number], isOnNew: boolean): ComparedRefresh['figures'][number] {
  const { metric, before, after, mean, low, high, profiles } = isOnNew ? reversed(figure) : figure;
  return { metric, before, now: after, mean, low, high, profiles };
}

function verdictOf(score: ComparedRefresh['figures'][number] | undefined): ComparedRefresh['verdict'] {
  if (score === undefined) return 'not-compared';
  if (score.low > 0) return 'better';
  return score.high < 0 ? 'worse' : 'same';
}
