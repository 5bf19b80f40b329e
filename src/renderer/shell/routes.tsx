/** What draws and pictures each screen of src/shared/screens.ts. */
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
import { type ScreenName, SCREENS, screenRow } from '../../shared/screens';

interface Drawing {
  readonly icon: Icon;
  readonly screen: ComponentType;
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

export const DRAWINGS: Record<ScreenName, Drawing> = {
  welcome: { icon: IconHome, screen: WelcomeScreen },
  data: { icon: IconDatabase, screen: DataScreen },
  profiles: { icon: IconUsers, screen: ProfilesScreen },
  compare: { icon: IconArrowsLeftRight, screen: CompareScreen },
  pair: { icon: IconUsers, screen: PairScreen },
  titles: { icon: IconMovie, screen: TitlesScreen },
  train: { icon: IconAdjustmentsHorizontal, screen: TrainScreen },
  runs: { icon: IconHistory, screen: RunsScreen },
  compareRuns: { icon: IconArrowsLeftRight, screen: CompareRunsScreen },
  run: { icon: IconHistory, screen: RunScreen },
  export: { icon: IconFileExport, screen: ExportScreen },
  device: { icon: IconCpu, screen: DeviceScreen },
  settings: { icon: IconSettings, screen: SettingsScreen },
};

export const ROUTES = SCREENS.map((screen) => ({ path: screenRow(screen).path, screen: DRAWINGS[screen].screen }));
