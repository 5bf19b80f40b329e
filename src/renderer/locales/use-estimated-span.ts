/** An estimated time span, as Train and Sweep show it. */
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../shared/contract/run-life';
import { useFormat } from './format';

/**
 * Whole seconds, at least one: tenths would suggest more precision than there is. One figure if both ends read alike.
 */
export function useEstimatedSpan(): (seconds: Estimate['seconds']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (seconds) => {
    const [low, high] = [seconds.low, seconds.high].map((limit) => format.duration(Math.max(1, Math.round(limit))));
    return low === high ? low! : t('train.span', { low, high });
  };
}
