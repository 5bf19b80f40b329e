/** An estimated time span, as Train and Sweep show it. */
import { useTexts } from './use-texts';
import type { Estimate } from '../../shared/contract/run-life';
import { useFormat } from './format';

/**
 * Whole seconds, at least one: tenths would suggest more precision than there is. One figure if both ends read alike.
 */
export function useEstimatedSpan(): (seconds: Estimate['seconds']) => string {
  const t = useTexts();
  const format = useFormat();
  return (seconds) => {
    const whole = (limit: number): string => format.duration(Math.max(1, Math.round(limit)));
    const [low, high] = [whole(seconds.low), whole(seconds.high)];
    return low === high ? low : t('train.span', { low, high });
  };
}
