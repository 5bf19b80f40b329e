/** Profiles and titles of the open data set, by what is typed into the palette. */
import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconMovie, IconUser } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useEngine } from '../connection/engine-context';
import { useActiveDataset } from '../stores/engine-data';

type Entries = SpotlightActionGroupData['actions'];

/** Of each kind; whoever looks for more types more. */
const SHOWN = 6;
/** Milliseconds without a key, so that the engine is not asked at each letter. */
const PAUSE = 150;
const MOST_LETTERS = 200;

const picture = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

export function useFoundEntries(typed: string): { profiles: Entries; titles: Entries } {
  const { t } = useTranslation();
  const { queries } = useEngine();
  const [, go] = useLocation();
  const [paused] = useDebouncedValue(typed.trim().slice(0, MOST_LETTERS), PAUSE);
  const dataset = useActiveDataset();
  const data = dataset?.fingerprint;
  const input =
    data === undefined || paused === '' ? skipToken : { data, start: 0, end: SHOWN, filter: { text: paused } };
  const profiles = useQuery(queries.profiles.page.queryOptions({ input }));
  const titles = useQuery(queries.titles.page.queryOptions({ input }));
  // The engine has already judged what fits, by rules of its own: the palette is to leave it all in.
  const keywords = [typed];
  return {
    profiles: (profiles.data?.rows ?? []).map(({ profile }) => ({
      id: `profile ${profile}`,
      label: t('compare.title', { profile }),
      keywords,
      leftSection: <IconUser {...picture} />,
      onClick: () => go(`/compare/${encodeURIComponent(profile)}`),
    })),
    titles: (titles.data?.rows ?? []).map(({ item, title }) => ({
      id: `title ${item}`,
      label: title ?? item,
      description: item,
      keywords,
      leftSection: <IconMovie {...picture} />,
      onClick: () => go(`/titles/${encodeURIComponent(item)}`),
    })),
  };
}
