/** Draws each screen of src/features/screens.ts. */
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
  IconCalendarCheck,
  IconMap2,
  IconMovie,
  IconSettings,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { ActivityStrip as ActivityStripOf } from './cluster/window/ActivityStrip';
import { BundleDialog } from './bundles/window/BundleDialog';
import { ChildScreen } from './inspect/window/child-screen/ChildScreen';
import { ForgetDialog } from './forget/window/ForgetDialog';
import { useForgetCommand } from './forget/window/use-forget-command';
import { useRunCommands } from './runs/window/use-run-commands';
import { useRefreshCommands } from './refresh/window/use-refresh-commands';
import { useReviewCommands } from './review/window/use-review-commands';
import { useTuningCommands } from './inspect/window/tuning/use-tuning-commands';
import { useJobs as useJobsWith } from './cluster/window/use-jobs';
import type { NamedCommand } from '../renderer/actions/named-command';
import { fromFile, type FromFile } from '../renderer/shell/from-file';
import { Tour } from './guide/window/Tour';
import { type ScreenName, SCREENS, screenRow } from './screens';
import { tellSweep, useTrialsAtWork } from './sweep/window/sweeps';
import { useWaiting } from './week/window/use-steps';

interface Drawing extends FromFile {
  readonly icon: Icon;
  /** A hook that says how much waits for somebody on the screen; null for nothing. */
  readonly useWaiting: () => number | null;
}

const useNothing = (): null => null;

const drawing = (
  icon: Icon,
  load: () => Promise<ComponentType>,
  useWaitingOf: Drawing['useWaiting'] = useNothing,
): Drawing => ({ icon, useWaiting: useWaitingOf, ...fromFile(load) });

export const DRAWINGS: Record<ScreenName, Drawing> = {
  week: drawing(IconCalendarCheck, async () => (await import('./week/window/WeekScreen')).WeekScreen, useWaiting),
  data: drawing(IconDatabase, async () => (await import('./data-folder/window/DataScreen')).DataScreen),
  profiles: drawing(IconUsers, async () => (await import('./profiles/window/ProfilesScreen')).ProfilesScreen),
  compare: drawing(IconArrowsLeftRight, async () => (await import('./inspect/window/CompareScreen')).CompareScreen),
  pair: drawing(IconUsers, async () => (await import('./profiles/window/PairScreen')).PairScreen),
  segment: drawing(IconUsers, async () => (await import('./segments/window/SegmentScreen')).SegmentScreen),
  titles: drawing(IconMovie, async () => (await import('./titles/window/TitlesScreen')).TitlesScreen),
  map: drawing(IconMap2, async () => (await import('./map/window/MapScreen')).MapScreen),
  train: drawing(IconAdjustmentsHorizontal, async () => (await import('./train/window/TrainScreen')).TrainScreen),
  sweep: drawing(IconFlask2, async () => (await import('./sweep/window/SweepScreen')).SweepScreen),
  runs: drawing(IconHistory, async () => (await import('./runs/window/RunsScreen')).RunsScreen),
  changes: drawing(IconArrowsLeftRight, async () => (await import('./changes/window/ChangesScreen')).ChangesScreen),
  report: drawing(IconHistory, async () => (await import('./report/window/ReportScreen')).ReportScreen),
  run: drawing(IconHistory, async () => (await import('./runs/window/RunScreen')).RunScreen),
  rules: drawing(IconGavel, async () => (await import('./rules/window/RulesScreen')).RulesScreen),
  review: drawing(IconChecklist, async () => (await import('./review/window/ReviewScreen')).ReviewScreen),
  export: drawing(IconFileExport, async () => (await import('./export/window/ExportScreen')).ExportScreen),
  device: drawing(IconCpu, async () => (await import('./settings/window/DeviceScreen')).DeviceScreen),
  help: drawing(IconHelp, async () => (await import('./guide/window/HelpScreen')).HelpScreen),
  settings: drawing(IconSettings, async () => (await import('./settings/window/SettingsScreen')).SettingsScreen),
};

/** What a feature draws over every screen. */
export const OVERLAYS: readonly { readonly name: string; readonly Overlay: ComponentType }[] = [
  { name: 'tour', Overlay: Tour },
  { name: 'bundle', Overlay: BundleDialog },
  { name: 'forget', Overlay: ForgetDialog },
  { name: 'child-screen', Overlay: ChildScreen },
];

/** What features do by name from any screen (Ctrl+K). */
export const useCommands = (): readonly NamedCommand[] => [
  ...useTuningCommands(),
  ...useRunCommands(),
  ...useReviewCommands(),
  ...useRefreshCommands(),
  useForgetCommand(),
];

/** Follows work on clusters; the progress of a sweep there goes to the window's sweeps. */
export const useJobs = (): void => useJobsWith(tellSweep);

/** The strip of running work; a sweep has its own, so its trials are left out. */
export const ActivityStrip = (): ReactNode => <ActivityStripOf trials={useTrialsAtWork()} />;

export const ROUTES = SCREENS.map((screen) => ({ path: screenRow(screen).path, screen: DRAWINGS[screen].screen }));
