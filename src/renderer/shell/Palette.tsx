/** Everything by name: screens, actions, runs, data sets. */
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
  IconSearch,
  IconSpy,
} from '@tabler/icons-react';
import { useComputedColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { hasLists } from '../../shared/contract';
import { SCREENS, screenRow } from '../../shared/screens';
import { DRAWINGS } from './routes';
import { useFormat } from '../locales/format';
import { useDatasets, useRuns } from '../stores/engine-data';
import { useMainActionStore } from '../stores/main-action';
import { setLanguage, setTheme, usePreferences } from '../stores/preferences';
import { activateRun, openDataset } from '../stores/selection';
import { useOpenings } from '../actions/use-opening';

const picture = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

export function Palette({ onShortcuts }: { onShortcuts: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Spotlight
      actions={useGroups(onShortcuts)}
      // The window's own keys open it, inside fields too.
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

function useGroups(onShortcuts: () => void): SpotlightActionGroupData[] {
  const { t } = useTranslation();
  return [
    { group: t('shell.palette.actions'), actions: useActions(onShortcuts) },
    { group: t('shell.palette.screens'), actions: useScreens() },
    { group: t('shell.palette.runs'), actions: useRunEntries() },
    { group: t('shell.palette.datasets'), actions: useDatasetEntries() },
  ].filter(({ actions }) => actions.length > 0);
}

type Entries = SpotlightActionGroupData['actions'];

function useScreens(): Entries {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return SCREENS.filter((screen) => screenRow(screen).from !== null).map((screen) => {
    const Picture = DRAWINGS[screen].icon;
    return {
      id: `screen ${screen}`,
      label: t(`shell.screen.${screen}`),
      leftSection: <Picture {...picture} />,
      onClick: () => go(screenRow(screen).place),
    };
  });
}

function useActions(onShortcuts: () => void): Entries {
  const { t } = useTranslation();
  const { openFolder, openWithPseudonyms, openSample, openBundle } = useOpenings();
  const main = useMainActionStore((state) => state.action);
  const scheme = useComputedColorScheme('light');
  const language = usePreferences((state) => state.language);
  return [
    ...(main === null || main.blocked !== null
      ? []
      : [{ id: 'main', label: main.label, leftSection: <IconBolt {...picture} />, onClick: main.run }]),
    {
      id: 'open folder',
      label: t('shell.palette.openFolder'),
      leftSection: <IconFolderOpen {...picture} />,
      onClick: () => void openFolder(),
    },
    {
      id: 'open with pseudonyms',
      label: t('pseudonyms.open'),
      leftSection: <IconSpy {...picture} />,
      onClick: () => void openWithPseudonyms(),
    },
    {
      id: 'open sample',
      label: t('shell.palette.openSample'),
      leftSection: <IconFlask {...picture} />,
      onClick: () => void openSample(),
    },
    {
      id: 'open bundle',
      label: t('shell.palette.openBundle'),
      leftSection: <IconFileZip {...picture} />,
      onClick: () => void openBundle(),
    },
    {
      id: 'theme',
      label: t('shell.palette.toggleTheme'),
      leftSection: <IconMoon {...picture} />,
      onClick: () => setTheme(scheme === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'language',
      label: t('shell.palette.toggleLanguage'),
      leftSection: <IconLanguage {...picture} />,
      onClick: () => setLanguage(language === 'en' ? 'ko' : 'en'),
    },
    {
      id: 'shortcuts',
      label: t('shell.palette.shortcuts'),
      leftSection: <IconKeyboard {...picture} />,
      onClick: onShortcuts,
    },
  ];
}

function useRunEntries(): Entries {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const { data: runs = [] } = useRuns();
  return runs.slice(0, 100).map((run) => ({
    id: `run ${run.runId}`,
    label: run.name,
    description: `${t(`common.statuses.${run.status}`)} · ${format.moment(run.createdAt)} · ${run.dataset.name}`,
    keywords: [run.runId, run.model, run.dataset.name],
    leftSection: <IconHistory {...picture} />,
    onClick: () => {
      if (hasLists(run)) activateRun(run.runId, run.dataset.fingerprint);
      go(`/runs/${run.runId}`);
    },
  }));
}

function useDatasetEntries(): Entries {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { data: datasets = [] } = useDatasets();
  return datasets.map((dataset) => ({
    id: `dataset ${dataset.fingerprint}`,
    label: dataset.name,
    description: `${t('shell.palette.openDataset')} · ${dataset.folder}`,
    keywords: [dataset.fingerprint],
    leftSection: <IconDatabase {...picture} />,
    onClick: () => {
      openDataset(dataset.fingerprint);
      go('/data');
    },
  }));
}
