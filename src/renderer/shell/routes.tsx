/** Every screen of the window: where it is, how it is called and pictured, and its place in the rail. */
import {
  IconAdjustmentsHorizontal,
  IconArrowsLeftRight,
  IconCpu,
  IconDatabase,
  IconFileExport,
  IconHistory,
  IconHome,
  IconMovie,
  IconSettings,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';
import type { shell } from '../locales/en/shell';

export interface ScreenRoute {
  id: keyof typeof shell.screen;
  /** Pattern of the router; a part that ends in ? may be missing. */
  path: string;
  /** Where the rail and the shortcut lead. */
  place: string;
  icon: Icon;
  screen: ComponentType;
  /** rail: a numbered screen (Ctrl/Cmd+1, 2, ... in the order of this table); foot: at the rail's end; null: reached from elsewhere. */
  rail: 'rail' | 'foot' | null;
}

const DataScreen = lazy(async () => ({ default: (await import('../screens/data/DataScreen')).DataScreen }));
const ProfilesScreen = lazy(async () => ({
  default: (await import('../screens/profiles/ProfilesScreen')).ProfilesScreen,
}));
const CompareScreen = lazy(async () => ({ default: (await import('../screens/compare/CompareScreen')).CompareScreen }));
const PairScreen = lazy(async () => ({ default: (await import('../screens/pair/PairScreen')).PairScreen }));
const TitlesScreen = lazy(async () => ({ default: (await import('../screens/titles/TitlesScreen')).TitlesScreen }));
const TrainScreen = lazy(async () => ({ default: (await import('../screens/train/TrainScreen')).TrainScreen }));
const RunsScreen = lazy(async () => ({ default: (await import('../screens/runs/RunsScreen')).RunsScreen }));
const CompareRunsScreen = lazy(async () => ({
  default: (await import('../screens/compare-runs/CompareRunsScreen')).CompareRunsScreen,
}));
const RunScreen = lazy(async () => ({ default: (await import('../screens/runs/RunScreen')).RunScreen }));
const ExportScreen = lazy(async () => ({ default: (await import('../screens/export/ExportScreen')).ExportScreen }));
const DeviceScreen = lazy(async () => ({ default: (await import('../screens/device/DeviceScreen')).DeviceScreen }));
const SettingsScreen = lazy(async () => ({
  default: (await import('../screens/settings/SettingsScreen')).SettingsScreen,
}));
const WelcomeScreen = lazy(async () => ({ default: (await import('../screens/welcome/WelcomeScreen')).WelcomeScreen }));

export const ROUTES: readonly ScreenRoute[] = [
  { id: 'welcome', path: '/welcome', place: '/welcome', icon: IconHome, screen: WelcomeScreen, rail: null },
  { id: 'data', path: '/data', place: '/data', icon: IconDatabase, screen: DataScreen, rail: 'rail' },
  { id: 'profiles', path: '/profiles', place: '/profiles', icon: IconUsers, screen: ProfilesScreen, rail: 'rail' },
  {
    id: 'compare',
    path: '/compare/:profile?',
    place: '/compare',
    icon: IconArrowsLeftRight,
    screen: CompareScreen,
    rail: null,
  },
  {
    id: 'pair',
    path: '/pair/:left/:right',
    place: '/profiles',
    icon: IconUsers,
    screen: PairScreen,
    rail: null,
  },
  { id: 'titles', path: '/titles/:item?', place: '/titles', icon: IconMovie, screen: TitlesScreen, rail: 'rail' },
  { id: 'train', path: '/train', place: '/train', icon: IconAdjustmentsHorizontal, screen: TrainScreen, rail: 'rail' },
  { id: 'runs', path: '/runs', place: '/runs', icon: IconHistory, screen: RunsScreen, rail: 'rail' },
  {
    id: 'compareRuns',
    path: '/runs/compare/:ids',
    place: '/runs',
    icon: IconArrowsLeftRight,
    screen: CompareRunsScreen,
    rail: null,
  },
  { id: 'runs', path: '/runs/:runId', place: '/runs', icon: IconHistory, screen: RunScreen, rail: null },
  { id: 'export', path: '/export', place: '/export', icon: IconFileExport, screen: ExportScreen, rail: 'rail' },
  { id: 'device', path: '/device', place: '/device', icon: IconCpu, screen: DeviceScreen, rail: 'foot' },
  { id: 'settings', path: '/settings', place: '/settings', icon: IconSettings, screen: SettingsScreen, rail: 'foot' },
];

/** The screens that Ctrl/Cmd and a digit lead to, in the order of the digits. */
export const NUMBERED: readonly ScreenRoute[] = [
  ...ROUTES.filter(({ rail }) => rail === 'rail'),
  ...ROUTES.filter(({ rail }) => rail === 'foot'),
].slice(0, 8);
