/** What the attributes are worth, in the sentences that window, command line, leaderboard and model card share. */
import type { Wording } from '../../../shared/words/wording';
import type { MeasuredCondition, Worth } from './condition';

/** Such as "What is known of a child helps as much as 3 more titles." */
export function worthText({ verdict, titles }: Worth, { t }: Pick<Wording, 't'>): string {
  return titles === null
    ? t(`condition.worth.${verdict === 'worse' ? 'worse' : 'same'}`)
    : t(`condition.worth.${titles.is}`, { count: titles.count });
}

/** Where lists with the attributes are surely worse; null if nowhere. */
export function hurtsText({ hurts }: Worth, { t }: Pick<Wording, 't'>): string | null {
  if (hurts.length === 0) return null;
  return t('condition.hurts', { known: hurts.map((known) => knownText(known, { t })).join(', ') });
}

export const knownText = (known: number | null, { t }: Pick<Wording, 't'>): string =>
  known === null ? t('condition.whole') : t('common.titles', { count: known });

export const basisText = ({ profiles, trainings }: MeasuredCondition, { t }: Pick<Wording, 't'>): string =>
  t('condition.basis', { count: profiles, trainings });
