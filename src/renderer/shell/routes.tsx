/** What draws and pictures each screen of src/shared/screens.ts. */
import {
  IconAdjustmentsHorizontal,
  IconArrowsLeftRight,
  IconChecklist,
  IconCpu,
  IconDatabase,
  IconFlask2,
  IconFileExport,
  IconGavel,
  IconHelp,
  IconHistory,
  IconHome,
  IconMap2,
  IconMovie,
  IconRefresh,
  IconSettings,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { fromFile, type FromFile } from './from-file';
import { type ScreenName, SCREENS, screenRow } from '../../shared/screens';

interface Drawing extends FromFile {
  readonly icon: Icon;
}

const drawing = (icon: Icon, load: () => Promise<ComponentType>): Drawing => ({ icon, ...fromFile(load) });

export const DRAWINGS: Record<ScreenName, Drawing> = {
  welcome: drawing(IconHome, async () => (await import('../screens/welcome/WelcomeScreen')).WelcomeScreen),
  data: drawing(IconDatabase, async () => (await import('../screens/data/DataScreen')).DataScreen),
  profiles: drawing(IconUsers, async () => (await import('../screens/profiles/ProfilesScreen')).ProfilesScreen),
  compare: drawing(IconArrowsLeftRight, async () => (await import('../screens/compare/CompareScreen')).CompareScreen),
  pair: drawing(IconUsers, async () => (await import('../screens/pair/PairScreen')).PairScreen),
  titles: drawing(IconMovie, async () => (await import('../screens/titles/TitlesScreen')).TitlesScreen),
  map: drawing(IconMap2, async () => (await import('../screens/map/MapScreen')).MapScreen),
  train: drawing(IconAdjustmentsHorizontal, async () => (await import('../screens/train/TrainScreen')).TrainScreen),
  sweep: drawing(IconFlask2, async () => (await import('../screens/sweep/SweepScreen')).SweepScreen),
  runs: drawing(IconHistory, async () => (await import('../screens/runs/RunsScreen')).RunsScreen),
  compareRuns: drawing(
    IconArrowsLeftRight,
    async () => (await import('../screens/compare-runs/CompareRunsScreen')).CompareRunsScreen,
  ),
  refreshes: drawing(IconRefresh, async () => (await import('../screens/refreshes/RefreshesScreen')).RefreshesScreen),
  report: drawing(IconHistory, async () => (await import('../screens/runs/ReportScreen')).ReportScreen),
  run: drawing(IconHistory, async () => (await import('../screens/runs/RunScreen')).RunScreen),
  rules: drawing(IconGavel, async () => (await import('../screens/rules/RulesScreen')).RulesScreen),
  review: drawing(IconChecklist, async () => (await import('../screens/review/ReviewScreen')).ReviewScreen),
  export: drawing(IconFileExport, async () => (await import('../screens/export/ExportScreen')).ExportScreen),
  device: drawing(IconCpu, async () => (await import('../screens/device/DeviceScreen')).DeviceScreen),
  help: drawing(IconHelp, async () => (await import('../screens/help/HelpScreen')).HelpScreen),
  settings: drawing(IconSettings, async () => (await import('../screens/settings/SettingsScreen')).SettingsScreen),
};

export const ROUTES = SCREENS.map((screen) => ({ path: screenRow(screen).path, screen: DRAWINGS[screen].screen }));
