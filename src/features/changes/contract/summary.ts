/** What changed between two sides, in sentences, the lists first: the same in the window and in the report. */
import type { Format } from '../../../shared/words/format';
import type { Translate } from '../../../shared/words/texts';
import type { ChangedLists } from './changes';

export function changesSummary(
  { changed, profiles, came, went, reordered, fresh, gone }: ChangedLists,
  { t, format }: { readonly t: Translate; readonly format: Format },
): readonly [lists: string, ...more: string[]] {
  return [
    changed === 0
      ? t('changes.none')
      : t('changes.summary', { changed: format.count(changed), profiles: format.count(profiles) }),
    ...(changed === 0 ? [] : [t('changes.places', { came: format.count(came), went: format.count(went) })]),
    ...(reordered > 0 ? [t('changes.reordered', { count: reordered })] : []),
    ...(fresh > 0 ? [t('changes.fresh', { count: fresh })] : []),
    ...(gone > 0 ? [t('changes.gone', { count: gone })] : []),
  ];
}
