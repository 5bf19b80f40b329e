/** What is mixed into the autoencoder's scores, and how much. */
import type { RunRecord } from '../contract/run';
import { COMPANION_SLOTS, companionIn } from '../recipe/companions';
import type { Wording } from './wording';

/** @returns null if nothing is mixed in */
export function mixtureText({ mixture, recipe }: RunRecord, { t, format }: Wording): string | null {
  if (mixture === undefined) return null;
  const parts = COMPANION_SLOTS.flatMap((slot) => {
    const model = companionIn(recipe, slot);
    if (model === null || mixture[slot.key] === 0) return [];
    return t('runs.companion', { model: t(`common.models.${model}`), share: format.percent(mixture[slot.key], 0) });
  });
  if (mixture.trend !== 0) parts.push(t('runs.trend', { strength: mixture.trend }));
  return parts.join(' · ') || null;
}
