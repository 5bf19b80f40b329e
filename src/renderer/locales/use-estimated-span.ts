/** An estimated span of time, as train and sweep tell it. */
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../shared/contract/run-life';
import { useFormat } from './format';

/** Whole seconds, at least one: a tenth would claim more than is known. One figure where both ends read alike. */
export function useEstimatedSpan(): (seconds: Estimate['seconds']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (seconds) => {
    const [low, high] = [seconds.low, seconds.high].map((limit) => format.duration(Math.max(1, Math.round(limit))));
    return low === high ? low! : t('train.span', { low, high });
  };
}
