/** Children, titles and segments of the open data set that match the palette's query. */
import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconMovie, IconUser, IconUsersGroup } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useTexts, useTextsOfOther } from '../locales/use-texts';
import { useLocation } from 'wouter';
import { childInWords } from '../../shared/words/child-in-words';
import { useLabels } from '../components/labels/use-labels';
import { placeOfProfile } from '../components/origin';
import { useEngine } from '../connection/engine-context';
import { useActiveDataset } from '../stores/engine-data';

type Entries = SpotlightActionGroupData['actions'];

/** Number shown per kind; more typing narrows them. */
const SHOWN = 6;
/** Milliseconds without a key press before the engine is asked. */
const PAUSE = 150;
const MOST_LETTERS = 200;

const picture = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

export function useFoundEntries(typed: string): { profiles: Entries; titles: Entries; segments: Entries } {
  const t = useTexts();
  const { queries } = useEngine();
  const [, go] = useLocation();
  const text = typed.trim().slice(0, MOST_LETTERS);
  const [paused] = useDebouncedValue(text, PAUSE);
  const dataset = useActiveDataset();
  const data = dataset?.fingerprint;
  const inputOf = (query: string) =>
    data === undefined || query === '' ? skipToken : { data, start: 0, end: SHOWN, filter: { text: query } };
  const labels = useLabels();
  const idOf = useIdIn();
  const input = inputOf(paused);
  // What fits so far stays in its place until the engine has answered for all that is typed, or a click would miss it.
  const placeholderData = input === skipToken ? undefined : keepPreviousData;
  const profiles = useQuery(queries.profiles.page.queryOptions({ input: inputOf(idOf(paused)), placeholderData }));
  const titles = useQuery(queries.titles.page.queryOptions({ input, placeholderData }));
  const segments = useQuery(queries.segments.list.queryOptions({ input: data === undefined ? skipToken : { data } }));
  const fits = (name: string, query = text): boolean => name.toLocaleLowerCase().includes(query.toLocaleLowerCase());
  const foundProfiles = (profiles.data?.rows ?? []).filter(
    ({ profile }) => !profiles.isPlaceholderData || fits(profile, idOf(text)),
  );
  const foundTitles = (titles.data?.rows ?? []).filter(
    ({ item, title }) => !titles.isPlaceholderData || fits(title ?? item),
  );
  // The engine has already matched by its own rules: the palette must keep all results.
  const keywords = [typed];
  return {
    profiles: foundProfiles.map(({ profile, ...child }) => ({
      id: `profile ${profile}`,
      label: childInWords({ profile, ...child }, labels, t).join(' · '),
      description: profile,
      keywords,
      leftSection: <IconUser {...picture} />,
      onClick: () => go(placeOfProfile(profile, { kind: 'search', values: { text: idOf(text) } })),
    })),
    titles: foundTitles.map(({ item, title }) => ({
      id: `title ${item}`,
      label: title ?? item,
      description: item,
      keywords,
      leftSection: <IconMovie {...picture} />,
      onClick: () => go(`/titles/${encodeURIComponent(item)}`),
    })),
    segments: (segments.data ?? []).map(({ id, name }) => ({
      id: `segment ${id}`,
      label: name,
      leftSection: <IconUsersGroup {...picture} />,
      onClick: () => go(`/segment/${encodeURIComponent(id)}`),
    })),
  };
}

/** The ID in what is typed: screens name a child of whom nothing is known "Child 12", in either language, and the engine finds "12". */
function useIdIn(): (query: string) => string {
  const says = [useTexts(), useTextsOfOther()];
  return (query) => {
    for (const say of says) {
      const before = say('child.unnamed', { profile: '\n' }).split('\n')[0]!.trim().toLocaleLowerCase();
      const rest = query.toLocaleLowerCase().startsWith(before) ? query.slice(before.length).trim() : '';
      if (rest !== '') return rest;
    }
    return query;
  };
}
