import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconBolt,
  IconDatabase,
  IconFileZip,
  IconFlask,
  IconFolderOpen,
  IconHistory,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconRoute,
  IconSearch,
  IconSpy,
} from '@tabler/icons-react';
import { useComputedColorScheme } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts, useTextsOfOther } from '../locales/use-texts';
import { useLocation } from 'wouter';
import { useCommands } from '../../features/window';
import type { Translate } from '../../shared/words/texts';
import { hasLists, type Run } from '../../shared/contract/run-life';
import { useFormat } from '../locales/format';
import { useDatasets, useRuns } from '../stores/engine-data';
import { useMainActionStore } from '../stores/main-action';
import { OTHER_LANGUAGE, setLanguage, setTheme, setTour, usePreferences } from '../stores/preferences';
import { activateRun, openDataset } from '../stores/selection';
import { useInUse } from '../stores/use-in-use';
import type { NamedCommand } from '../actions/named-command';
import { useOpenings } from '../actions/use-opening';
import { exactFirst, paletteStore, useFirstChosen } from './palette-store';
import { useFoundEntries } from './use-found-entries';
import { useKeyEntries } from './use-key-entries';
import { useHelpEntries, useScreenEntries, useSettingEntries } from './use-place-entries';

const picture = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** Finds everything by name: actions, screens, runs, data sets, profiles, titles, settings, help. */
export function Palette({ onShortcuts }: { onShortcuts: () => void }): ReactNode {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const groups = useGroups(onShortcuts, typed);
  useFirstChosen(typed, groups.flatMap(({ actions }) => actions.map(({ id }) => id)).join(' '));
  return (
    <Spotlight
      store={paletteStore}
      actions={groups}
      query={typed}
      onQueryChange={setTyped}
      // The window's own shortcut opens it, inside fields too.
      shortcut={null}
      limit={40}
      highlightQuery
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': t('shell.searchLong') } }}
      nothingFound={t('shell.nothingFound')}
      searchProps={{
        leftSection: <IconSearch {...picture} />,
        placeholder: t('shell.searchLong'),
        'aria-label': t('shell.searchLong'),
      }}
    />
  );
}

function useGroups(onShortcuts: () => void, typed: string): SpotlightActionGroupData[] {
  const t = useTexts();
  const { profiles, titles, segments } = useFoundEntries(typed);
  const anywhere = { group: t('shell.palette.actions'), actions: useActions(onShortcuts) };
  const here = { group: t('shell.palette.keys'), actions: useKeyEntries() };
  const groups = [
    // What is sought is rather on the screen; what is browsed, rather anywhere.
    ...(typed.trim() === '' ? [anywhere, here] : [here, anywhere]),
    { group: t('shell.palette.screens'), actions: useScreenEntries() },
    { group: t('shell.palette.profiles'), actions: profiles },
    { group: t('shell.palette.titles'), actions: titles },
    { group: t('shell.palette.segments'), actions: segments },
    { group: t('shell.palette.runs'), actions: useRunEntries() },
    { group: t('shell.palette.datasets'), actions: useDatasetEntries() },
    { group: t('shell.palette.settings'), actions: useSettingEntries() },
  ];
  // A word of the glossary is often what something is called that can be done.
  const help = { group: t('shell.palette.help'), actions: useHelpEntries(typed.trim() !== '') };
  return [...exactFirst(groups, typed), help].filter(({ actions }) => actions.length > 0);
}

type Entries = SpotlightActionGroupData['actions'];

/** What the switch of the language is looked for by. */
const LANGUAGE_NAMES = ['settings.language', 'settings.languageNames.en', 'settings.languageNames.ko'] as const;

function useActions(onShortcuts: () => void): Entries {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  const { openFolder, openWithPseudonyms, openSample, openBundle } = useOpenings();
  const main = useMainActionStore((state) => state.action);
  const scheme = useComputedColorScheme('light');
  const language = usePreferences((state) => state.language);
  const commands = useCommands();
  const takeTour = (): void => {
    setTour('open');
    go('/week/open');
  };
  const anywhere = [
    ['open folder', 'shell.palette.openFolder', IconFolderOpen, openFolder],
    ['open with pseudonyms', 'pseudonyms.open', IconSpy, openWithPseudonyms],
    ['open sample', 'shell.palette.openSample', IconFlask, openSample],
    ['open bundle', 'shell.palette.openBundle', IconFileZip, openBundle],
    ['theme', 'shell.palette.toggleTheme', IconMoon, () => setTheme(scheme === 'dark' ? 'light' : 'dark')],
    ['language', 'shell.palette.toggleLanguage', IconLanguage, () => setLanguage(OTHER_LANGUAGE[language])],
    ['tour', 'tour.take', IconRoute, takeTour],
    ['shortcuts', 'shell.palette.shortcuts', IconKeyboard, onShortcuts],
  ] as const;
  return [
    ...(main === null || main.blocked !== null
      ? []
      : [{ id: 'main', label: main.label, leftSection: <IconBolt {...picture} />, onClick: main.run }]),
    ...commands.filter(({ why }) => why === null).map(entryOf),
    ...anywhere.map(([id, text, Picture, act]) => ({
      id,
      label: t(text),
      keywords: [other(text), ...(id === 'language' ? LANGUAGE_NAMES : []).flatMap((name) => [t(name), other(name)])],
      leftSection: <Picture {...picture} />,
      onClick: () => void act(),
    })),
    // What would do nothing now comes last.
    ...commands.filter(({ why }) => why !== null).map(entryOf),
  ];
}

const entryOf = ({ name, why, others, icon: Icon, act }: NamedCommand) => ({
  id: name,
  label: name,
  description: why ?? undefined,
  keywords: [...others],
  leftSection: <Icon {...picture} />,
  onClick: act,
});

function useRunEntries(): Entries {
  const t = useTexts();
  const other = useTextsOfOther();
  const format = useFormat();
  const [, go] = useLocation();
  const { data: runs = [] } = useRuns();
  const inUseOf = useInUse();
  return runs.slice(0, 100).map((run) => ({
    id: `run ${run.runId}`,
    label: run.name,
    description: [...wordsOf(run, t), format.moment(run.createdAt), run.dataset.name].join(' · '),
    keywords: [run.runId, run.model, ...wordsOf(run, other)],
    leftSection: <IconHistory {...picture} />,
    onClick: () => {
      if (hasLists(run)) activateRun(run.runId, run.dataset.fingerprint);
      go(`/runs/${run.runId}`);
    },
  }));

  function wordsOf(run: Run, say: Translate): string[] {
    const inUse = inUseOf(run);
    return [say(`common.statuses.${run.status}`), ...(inUse === null ? [] : [say(`runs.inUse.${inUse}`)])];
  }
}

function useDatasetEntries(): Entries {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  const { data: datasets = [] } = useDatasets();
  return datasets.map((dataset) => ({
    id: `dataset ${dataset.fingerprint}`,
    label: dataset.name,
    description: `${t('shell.palette.openDataset')} · ${dataset.folder}`,
    keywords: [dataset.fingerprint, other('shell.palette.openDataset')],
    leftSection: <IconDatabase {...picture} />,
    onClick: () => {
      openDataset(dataset.fingerprint);
      go('/data');
    },
  }));
}
