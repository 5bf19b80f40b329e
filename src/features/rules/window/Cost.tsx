import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import { figureText } from '../../../shared/words/paired-text';
import { useFormat } from '../../../renderer/locales/format';

/** What rules do to the score on the hold-out, with the interval. */
export function Cost({ cost }: Pick<RuleEffect, 'cost'>): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return cost === null ? t('rules.costNone') : figureText(cost, { t, format });
}
