/** What changed between two sides, in words: the same in the window, in the report and at the command line. */
import type { Format } from '../../../shared/words/format';
import type { Translate } from '../../../shared/words/texts';
import type { ChangedLists, ChangeReason } from './changes';

/** In sentences, the lists first. */
export function changesSummary(
  { changed, profiles, came, went, reordered, fresh, gone }: ChangedLists,
  { t, format }: { readonly t: Translate; readonly format: Format },
): readonly [lists: string, ...more: string[]] {
  return [
    changed === 0
      ? t('changes.none')
      : t('changes.summary', { changed: format.count(changed), profiles: format.count(profiles) }),
    ...(changed === reordered ? [] : [t('changes.places', { came: format.count(came), went: format.count(went) })]),
    ...(reordered > 0 ? [t('changes.reordered', { count: reordered })] : []),
    ...(fresh > 0 ? [t('changes.fresh', { count: fresh })] : []),
    ...(gone > 0 ? [t('changes.gone', { count: gone })] : []),
  ];
}

/** What the lists came to, as a heading. @param of what the picture shows */
export function changesFinding(
  { chance, titlesMoved, groups }: Pick<ChangedLists, 'chance' | 'titlesMoved' | 'groups'>,
  of: 'titles' | 'groups',
  t: Translate,
): string {
  const moved = of === 'titles' ? titlesMoved : groups.filter(({ before, after }) => before !== after).length;
  if (moved === 0) return t(`changes.noneMoved.${of}`);
  if (chance === null || chance.seeds.length === 0) return t(`changes.moved.${of}`, { count: moved });
  const { beyond } = chance[of];
  return beyond === 0 ? t('changes.nothingFurther') : t(`changes.further.${of}`, { count: beyond });
}

/** @param isSameData whether both sides have the same data: then no new viewings made the model another one */
export const reasonText = (t: Translate, reason: ChangeReason, isSameData: boolean): string =>
  t(`changes.reason.${reason === 'model' && isSameData ? 'otherModel' : reason}`);

/** Titles that moved, each reason once: "The child has watched it since: Heron Hill · Otter Bay; A rule puts it in or keeps it out: Puffin Point". Commas are parts of names. */
export const titlesByReason = (moved: readonly Moved[], nameOf: (reason: ChangeReason) => string): string =>
  Array.from(byReason(moved), ([reason, titles]) => `${nameOf(reason)}: ${titles.join(' · ')}`).join('; ');

type Moved = ChangedLists['lists'][number]['came'][number];

/** The names of titles that moved. */
export function byReason(moved: readonly Moved[]): ReadonlyMap<ChangeReason, readonly string[]> {
  const named = new Map<ChangeReason, string[]>();
  for (const { item, title, reason } of moved) named.set(reason, [...(named.get(reason) ?? []), title ?? item]);
  return named;
}
