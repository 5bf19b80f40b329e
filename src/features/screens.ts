/**
 * The screens of the window, one line each, in the order of the rail. Rail, palette, shortcuts, routes and the menu of the desktop app are made
 * from this table; the component of each is in src/features/window.tsx.
 */
import type { Language } from '../shared/words/templates';
import type { Screen } from '../shared/screen';
import { dataScreen } from './data-folder/contract/screens';
import { changesScreen } from './changes/contract/screens';
import { exportScreen } from './export/contract/screens';
import { helpScreen } from './guide/contract/screens';
import { compareScreen } from './inspect/contract/screens';
import { mapScreen } from './map/contract/screens';
import { profilesScreen, pairScreen } from './profiles/contract/screens';
import { reportScreen } from './report/contract/screens';
import { reviewScreen } from './review/contract/screens';
import { rulesScreen } from './rules/contract/screens';
import { runsScreen, runScreen } from './runs/contract/screens';
import { segmentScreen } from './segments/contract/screens';
import { deviceScreen, settingsScreen } from './settings/contract/screens';
import { sweepScreen } from './sweep/contract/screens';
import { titlesScreen } from './titles/contract/screens';
import { trainScreen } from './train/contract/screens';
import { weekScreen } from './week/contract/screens';

/** Of two patterns that fit an address, the first counts. */
export const SCREEN_ROWS = {
  week: weekScreen,
  profiles: profilesScreen,
  titles: titlesScreen,
  rules: rulesScreen,
  runs: runsScreen,
  data: dataScreen,
  compare: compareScreen,
  pair: pairScreen,
  segment: segmentScreen,
  map: mapScreen,
  train: trainScreen,
  sweep: sweepScreen,
  changes: changesScreen,
  report: reportScreen,
  run: runScreen,
  review: reviewScreen,
  export: exportScreen,
  settings: settingsScreen,
  device: deviceScreen,
  help: helpScreen,
} as const satisfies Record<string, Screen>;

export type ScreenName = keyof typeof SCREEN_ROWS;
export const SCREENS = Object.keys(SCREEN_ROWS) as ScreenName[];
/** The help of each screen. */
export const SCREEN_HELP = Object.fromEntries(SCREENS.map((screen) => [screen, SCREEN_ROWS[screen].help])) as {
  readonly [Name in ScreenName]: (typeof SCREEN_ROWS)[Name]['help'];
};

/** A row of the table, with the address that links and shortcuts lead to. */
export function screenRow(screen: ScreenName): Screen & { readonly place: string } {
  const row: Screen = SCREEN_ROWS[screen];
  return { ...row, place: row.path.replace(/\/:.*/, '') };
}

/** Converts a router pattern to a regular expression. */
const placesOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(/\/:\w+\?/g, '(?:/[^/]+)?').replaceAll(/:\w+/g, '[^/]+')}$`);

/** The screen shown at an address. */
export const screenAt = (place: string): ScreenName | null =>
  SCREENS.find((screen) => placesOf(screenRow(screen).path).test(place)) ?? null;

export const screensFrom = (from: Screen['from']): ScreenName[] =>
  SCREENS.filter((screen) => screenRow(screen).from === from);

/** Addresses of earlier versions, and where each leads now. */
export const MOVED_SCREENS: readonly {
  readonly was: string;
  readonly placeOf: (parameters: Readonly<Record<string, string | undefined>>) => string;
}[] = SCREENS.flatMap((screen) => {
  const { was = [], place } = screenRow(screen);
  return was.map((before) =>
    typeof before === 'string' ? { was: before, placeOf: () => place } : { was: before.path, placeOf: before.now },
  );
});

/** The screens that Ctrl or Cmd and a digit open, in the order of the nine digits: first those of the rail. */
export const NUMBERED_SCREENS = [
  ...screensFrom('rail'),
  ...screensFrom('palette').filter((screen) => screenRow(screen).digit === true),
];

/** Label of a native menu, with & before its access key. */
export function menuLabel(screen: ScreenName, language: Language): string {
  const { name, accessKey } = screenRow(screen);
  if (accessKey === undefined) return name[language];
  return language === 'ko' ? `${name.ko}(&${accessKey})` : name.en.replace(new RegExp(accessKey, 'i'), '&$&');
}
