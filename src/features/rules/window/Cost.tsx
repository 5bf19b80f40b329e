import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import { useFormat } from '../../../renderer/locales/format';

/** How rules change the score on the hold-out, with the interval. */
export function Cost({ cost }: Pick<RuleEffect, 'cost'>): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (cost === null) return t('rules.costNone');
  const { mean, low, high, isCertain } = cost;
  const [before, after] = [format.score(cost.before), format.score(cost.after)];
  if (mean === 0 && low === 0 && high === 0) return t('rules.costZero', { before });
  const words = { before, after };
  if (!isCertain)
    return t('rules.costUncertain', {
      ...words,
      score: format.change(mean),
      low: format.change(low),
      high: format.change(high),
    });
  if (mean < 0)
    return t('rules.costLoss', {
      ...words,
      score: format.score(-mean),
      low: format.score(-high),
      high: format.score(-low),
    });
  return t('rules.costGain', {
    ...words,
    score: format.score(mean),
    low: format.score(low),
    high: format.score(high),
  });
}
