/** Children of a changed list: in words, and the way to their page with both lists beside each other. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { childInWords } from '../../../shared/words/child-in-words';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import { type CameFrom, placeOfSide, type Side } from '../../../renderer/components/changes-place';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { listText, placeOfProfile } from '../../../renderer/components/origin';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { compareWith } from '../../inspect/window/public';
import type { ChangedLists } from '../contract/changes';

/** @returns the words of a child, its ID until they are read */
export function useChildWords(data: string, profiles: readonly string[]): (profile: string) => string {
  const t = useTexts();
  const labels = useLabels(data);
  const { queries } = useEngine();
  const { data: page } = useQuery(
    queries.profiles.page.queryOptions({
      input:
        profiles.length === 0
          ? skipToken
          : { data, start: 0, end: profiles.length, filter: { profiles: [...profiles] } },
      retry: false,
    }),
  );
  return (profile) => {
    const row = page?.rows.find((one) => one.profile === profile);
    if (row === undefined) return profile;
    const attributes = Object.entries(row.attributes).map(([name, value]) => ({ name, value }));
    const [who, taste] = childInWords({ ...row, attributes }, labels, t);
    return [who, ...(row.watched === 0 ? [] : [taste])].join(' · ');
  };
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** @returns what a link to a child needs; J and K go through `among` */
export function useListBeside(
  { before, after }: Pick<ChangedLists, 'before' | 'after'>,
  sides: Sides,
  from: CameFrom,
): (profile: string, among: readonly string[]) => { readonly href: string; readonly onClick: () => void } {
  const show = useShowRun();
  return useCallback(
    (profile, among) => ({
      href: placeOfProfile(profile, {
        kind: 'changes',
        values: {
          before: placeOfSide(sides.before),
          after: placeOfSide(sides.after),
          from,
          list: listText(among, profile),
        },
      }),
      onClick: () => {
        show(after.runId, after.data);
        compareWith(before.runId, 'changes');
      },
    }),
    [after, before, from, show, sides],
  );
}
