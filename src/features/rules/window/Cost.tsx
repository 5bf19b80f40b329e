import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import { useFormat } from '../../../renderer/locales/format';

/** How rules change the score on the hold-out, with the interval. */
export function Cost({ cost }: Pick<RuleEffect, 'cost'>): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (cost === null) return t('rules.costNone');
  const { score, low, high, isCertain } = cost;
  const [before, after] = [format.score(cost.before), format.score(cost.after)];
  if (score === 0 && low === 0 && high === 0) return t('rules.costZero', { before });
  const words = { before, after };
  // The contract tells what is lost; a reader compares with the figures before and after.
  if (!isCertain)
    return t('rules.costUncertain', {
      ...words,
      score: format.change(-score),
      low: format.change(-high),
      high: format.change(-low),
    });
  if (score > 0)
    return t('rules.costLoss', {
      ...words,
      score: format.score(score),
      low: format.score(low),
      high: format.score(high),
    });
  return t('rules.costGain', {
    ...words,
    score: format.score(-score),
    low: format.score(-high),
    high: format.score(-low),
  });
}
