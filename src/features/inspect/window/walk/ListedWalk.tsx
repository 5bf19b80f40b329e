import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { listOfText, placeOfProfile } from '../../../../renderer/components/origin';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { WalkProperties } from './walk-properties';
import { useBack } from './use-back';

/** Through the profiles that the address lists: those chosen on the map, who gets a title, whose lists differ between runs. */
export function ListedWalk({ runId, profile, origin, children }: WalkProperties): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { list = '', item } = origin?.values ?? {};
  const { queries } = useEngine();
  const title = useQuery(
    queries.titles.open.queryOptions({
      input: origin?.kind === 'title' && item !== undefined ? { runId, item } : skipToken,
    }),
  );
  const name = title.data?.title ?? item ?? '';
  const profiles = listOfText(list);
  const place = profiles.indexOf(profile);
  return children({
    origin,
    around: {
      place: place < 0 ? null : place,
      total: profiles.length,
      previous: profiles[place - 1] ?? null,
      next: profiles[place + 1] ?? null,
    },
    isStale: false,
    back: useBack(origin),
    detail: [name, t('common.profiles', { count: profiles.length })].filter((part) => part !== '').join(' · '),
    filter: profiles.length === 0 ? null : { profiles },
    move: (to) => go(placeOfProfile(to, origin)),
    band: null,
    reasonOf: () => null,
  });
}
