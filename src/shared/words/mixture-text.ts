/** What is mixed into the autoencoder's scores, and how much. */
import type { RunRecord } from '../contract/run';
import type { CompanionName } from '../recipe/companion-names';
import type { Wording } from './wording';

/** @returns null if nothing is mixed in */
export function mixtureText({ mixture }: Pick<RunRecord, 'mixture'>, { t, format }: Wording): string | null {
  if (mixture === undefined) return null;
  const parts = Object.entries(mixture.shares).map(([model, share]) =>
    t('runs.companion', { model: t(`common.models.${model as CompanionName}`), share: format.percent(share, 0) }),
  );
  if (mixture.trend !== 0) parts.push(t('runs.trend', { strength: mixture.trend }));
  return parts.join(' · ') || null;
}
