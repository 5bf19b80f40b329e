/** What is said of how far titles can reach, in the window as on the command line. */
import type { Wording } from '../../../shared/words/wording';
import type { Reach } from '../contract/audience';

/** Sentences before the rules that were found, of which there may be none. */
export function reachNotes(
  { wanted, now, watchedAll, isWider, options }: Reach,
  { t, format }: Pick<Wording, 't' | 'format'>,
): string[] {
  if (now >= wanted) return [t('audience.reachDone')];
  const isOnlyForNew =
    options.length > 0 && options.every(({ rule, isEnough }) => rule.kind === 'new-titles' && !isEnough);
  return [
    t('audience.reachNow', { now: format.count(now), wanted: format.count(wanted) }),
    ...(options.length === 0 ? [t('audience.reachNone')] : []),
    // Whatever somebody has watched can be kept in any list, which is offered with what it costs.
    ...(isOnlyForNew ? [t('audience.reachSuits')] : []),
    ...(watchedAll > 0 ? [t('audience.reachWatched', { count: format.count(watchedAll) })] : []),
    ...(isWider && options.length > 0 ? [t('audience.reachWider')] : []),
  ];
}
