/** Whether a run is any good, in sentences: beside one popular list for everyone, and beside the best run of another model. */
import type { Verdict } from '../contract/tested';
import { verdictOf } from '../../../shared/words/paired-text';
import { runNameIn } from '../../../shared/words/run-name';
import type { Language } from '../../../shared/words/templates';
import type { Wording } from '../../../shared/words/wording';

/** @returns null for the popular list itself, which is beside nothing */
export function popularText({ popular }: Verdict, { t, format }: Wording): string | null {
  if (popular === null) return null;
  const { score, ratio } = popular;
  if (ratio === null) return t('runs.good.popularOnly', { score: format.score(score) });
  const times = (value: number): string => format.score(value, value < 10 ? 1 : 0);
  if (ratio.low > 1)
    return t('runs.good.popularBetter', {
      times: times(ratio.ratio),
      low: times(ratio.low),
      high: times(ratio.high),
    });
  const finer = (value: number): string => format.score(value, 2);
  const close = { times: finer(ratio.ratio), low: finer(ratio.low), high: finer(ratio.high) };
  return t(ratio.high < 1 ? 'runs.good.popularWorse' : 'runs.good.popularEven', close);
}

export function rivalText(
  { ahead, ...rival }: NonNullable<Verdict['rival']>,
  { t, format, language }: Wording & { readonly language: Language },
): string {
  const name = runNameIn(rival.name, t, language);
  const [mean, low, high] = [ahead.mean, ahead.low, ahead.high].map((value) => format.change(value));
  return t(`runs.good.rival.${verdictOf(ahead)}`, { name, mean: mean!, low: low!, high: high! });
}
