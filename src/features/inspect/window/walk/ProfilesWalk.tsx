import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { ProfileFilter } from '../../../../shared/contract/profiles';
import { filterParts } from '../../../../shared/values/filter-parts';
import { placeOfProfile } from '../../../../renderer/components/origin';
import type { GridSort } from '../../../../renderer/components/grid/DataGrid';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { setPlace, useProfileList } from '../../../../renderer/stores/profile-list';
import { useFilterName, useProfilePages } from '../../../profiles/window/public';
import { profilesAround } from './around';
import type { WalkProperties } from './walk-properties';
import { useBack } from './use-back';

interface Source {
  readonly filter: ProfileFilter;
  readonly sample: number | null;
  readonly sort: GridSort | undefined;
  /** The place of the profile when it was last seen. */
  readonly seen: number | null;
  readonly detail: string;
}

/** Through the list of profiles as it was left, a saved segment, what was searched for, or all profiles. */
export function ProfilesWalk({ runId, data, profile, origin, children }: WalkProperties): ReactNode {
  const [, go] = useLocation();
  const source = useSource(data, origin);
  const { filter = {}, sample = null, sort, seen = null, detail = '' } = source ?? {};
  const read = useProfilePages({ data, runId, filter, sample });
  const around = useQuery({
    queryKey: ['around', data, runId, filter, sample, sort, profile],
    queryFn: source === null ? skipToken : () => profilesAround(read, sort, profile, seen),
    placeholderData: keepPreviousData,
  });
  const { previous = null, next = null } = around.data ?? {};
  return children({
    origin,
    around: around.data && {
      ...around.data,
      previous: previous?.profile ?? null,
      next: next?.profile ?? null,
    },
    isStale: around.isPlaceholderData,
    back: useBack(origin),
    detail,
    filter: sample === null && filterParts(filter).length > 0 ? filter : null,
    move: (to) => {
      const neighbour = [previous, next].find((one) => one?.profile === to);
      if (neighbour == null || around.isPlaceholderData) return;
      setPlace(neighbour.place);
      go(placeOfProfile(to, origin));
    },
    band: null,
    reasonOf: () => null,
  });
}

/** Null until the segment is read. One that is not there any more holds every profile. */
function useSource(data: string, origin: WalkProperties['origin']): Source | null {
  const t = useTexts();
  const { queries } = useEngine();
  const list = useProfileList();
  const filterName = useFilterName();
  const { id, text = '', sort: column, down } = origin?.values ?? {};
  const isSegment = origin?.kind === 'segment';
  const segments = useQuery(queries.segments.list.queryOptions({ input: isSegment ? { data } : skipToken }));
  const sort = column === undefined ? undefined : { column, descending: down !== undefined };
  const plain = { filter: {}, sample: null, sort, seen: list.place, detail: '' };
  switch (origin?.kind) {
    case 'segment': {
      if (segments.data === undefined) return null;
      const segment = segments.data.find((one) => one.id === id);
      if (segment === undefined) return plain;
      return { ...plain, filter: segment.filter, detail: t('compare.from.segment', { name: segment.name }) };
    }
    case 'search':
      return { ...plain, filter: { text }, detail: t('compare.from.search', { text }) };
    case 'profiles': {
      const { filter, sample } = list;
      const parts = filterParts(filter).map(filterName);
      return {
        ...plain,
        filter,
        sample,
        detail: [...parts, ...(sample === null ? [] : [t('compare.from.sample')])].join(' · '),
      };
    }
    default:
      return plain;
  }
}
