/** Why a refresh wrote no file, in words. */
import type { Refresh } from '../contract/refresh';
import { type Said, say, type Sentence } from '../../../shared/words/sentence';

/** What the comparison says against the new run; null if it passes. */
export function whyHeld({
  verdict,
  reason,
  titles,
  figures,
  with: before,
}: NonNullable<Refresh['compared']>): Said | null {
  if (verdict === 'worse') {
    const score = figures.find(({ metric }) => metric === 'score')!;
    const shown = (value: number): string => value.toFixed(4).replace('-', '−');
    return [
      say('refresh.compared.worse', {
        run: before,
        titles,
        before: shown(score.before),
        now: shown(score.now),
        low: shown(score.low),
        high: shown(score.high),
      }),
      say('refresh.no-file'),
    ];
  }
  if (reason === null) return null;
  return [say('refresh.not-compared', { run: before }), say(`refresh.not-compared.${reason}`)];
}

/** What is stored of a refresh names no profile. */
export const namesProfile = (one: Sentence | string): boolean =>
  typeof one !== 'string' &&
  Object.entries(one.values).some(
    ([name, value]) =>
      name === 'profile' ||
      (Array.isArray(value) ? value : [value]).some((inner) => typeof inner === 'object' && namesProfile(inner)),
  );
