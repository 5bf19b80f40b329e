/**
 * The screens of the window, one row each. Rail, palette, shortcuts, routes and the menu of the desktop app are made from this table; the component
 * of each is in src/features/window.tsx.
 */
import type { Language } from '../shared/words/sentence';
import { type Text, textsOf } from '../shared/values/text-table';

interface ScreenRow {
  /** Pattern of the router; a part that ends in ? may be missing. */
  readonly path: string;
  /**
   * What leads there from everywhere: the rail or its foot, in the order of this table, which is that of the nine digits with Ctrl or Cmd but for those without one; the
   * name of the program; the bar at the top; the palette alone, where it is a part of another screen's work; null where one gets there from another
   * screen only.
   */
  readonly from: 'rail' | 'foot' | 'brand' | 'bar' | 'palette' | null;
  /** The screen of the rail that is lit up for it. */
  readonly under?: string;
  readonly name: Text;
  /** Where nine digits are too few: a screen of the rail without one. */
  readonly digit?: false;
  /** Letter that chooses it in an open menu: one of the English name, different for each. */
  readonly accessKey?: string;
}

/** Of two patterns that an address fits, the first counts. */
const SCREEN_ROWS = {
  welcome: { path: '/welcome', from: 'brand', name: { en: 'Welcome', ko: '시작' } },
  data: { path: '/data', from: 'rail', name: { en: 'Data', ko: '데이터' }, accessKey: 'D' },
  profiles: { path: '/profiles', from: 'rail', name: { en: 'Profiles', ko: '프로필' }, accessKey: 'P' },
  compare: { path: '/compare/:profile?', from: null, under: 'profiles', name: { en: 'Compare', ko: '비교' } },
  pair: {
    path: '/pair/:left/:right',
    from: null,
    under: 'profiles',
    name: { en: 'Two profiles', ko: '두 프로필' },
  },
  titles: { path: '/titles/:item?', from: 'rail', name: { en: 'Titles', ko: '콘텐츠' }, accessKey: 'T' },
  map: { path: '/map', from: 'rail', digit: false, name: { en: 'Map', ko: '취향 지도' }, accessKey: 'M' },
  train: { path: '/train', from: 'rail', name: { en: 'Train', ko: '학습' }, accessKey: 'R' },
  sweep: { path: '/train/sweep', from: 'palette', under: 'train', name: { en: 'Try settings', ko: '설정 시험' } },
  runs: { path: '/runs', from: 'rail', name: { en: 'Runs', ko: '추천 모델' }, accessKey: 'U' },
  compareRuns: {
    path: '/runs/compare/:ids',
    from: null,
    under: 'runs',
    name: { en: 'Compare runs', ko: '추천 모델 비교' },
  },
  refreshes: {
    path: '/runs/refreshes',
    from: null,
    under: 'runs',
    name: { en: 'Refreshes', ko: '목록 갱신' },
  },
  report: {
    path: '/runs/:runId/report',
    from: null,
    under: 'runs',
    name: { en: 'Report', ko: '보고서' },
  },
  run: { path: '/runs/:runId', from: null, under: 'runs', name: { en: 'Run', ko: '추천 모델' } },
  rules: { path: '/rules', from: 'rail', name: { en: 'Rules', ko: '규칙' }, accessKey: 'L' },
  review: { path: '/review', from: 'rail', name: { en: 'Review', ko: '검토' }, accessKey: 'W' },
  export: { path: '/export', from: 'rail', name: { en: 'Export', ko: '내보내기' }, accessKey: 'E' },
  device: { path: '/device', from: 'foot', name: { en: 'Device', ko: '장치' }, accessKey: 'V' },
  settings: { path: '/settings', from: 'foot', name: { en: 'Settings', ko: '설정' }, accessKey: 'S' },
  help: { path: '/help/:page?/:part?', from: 'bar', name: { en: 'Help', ko: '도움말' } },
} as const satisfies Record<string, ScreenRow>;

export type ScreenName = keyof typeof SCREEN_ROWS;
export const SCREENS = Object.keys(SCREEN_ROWS) as ScreenName[];

/** A row of the table, and the place where links and the shortcut of the screen lead. */
export function screenRow(screen: ScreenName): ScreenRow & { readonly place: string } {
  const row: ScreenRow = SCREEN_ROWS[screen];
  return { ...row, place: row.path.replace(/\/:.*/, '') };
}

/** A pattern of the router as an expression. */
const placesOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(/\/:\w+\?/g, '(?:/[^/]+)?').replaceAll(/:\w+/g, '[^/]+')}$`);

/** The screen that is shown at an address. */
export const screenAt = (place: string): ScreenName | null =>
  SCREENS.find((screen) => placesOf(screenRow(screen).path).test(place)) ?? null;

export const screensFrom = (from: ScreenRow['from']): ScreenName[] =>
  SCREENS.filter((screen) => screenRow(screen).from === from);

/** The screens that Ctrl or Cmd and a digit lead to, in the order of the digits, of which there are nine. */
export const NUMBERED_SCREENS = [...screensFrom('rail'), ...screensFrom('foot')]
  .filter((screen) => screenRow(screen).digit !== false)
  .slice(0, 9);

/** For the window's tables of texts. */
export const screenNames = (language: Language): Record<ScreenName, string> =>
  textsOf(SCREENS, language, (screen) => SCREEN_ROWS[screen].name);

/** As a native menu shows it, with & before its access key. */
export function menuLabel(screen: ScreenName, language: Language): string {
  const { name, accessKey } = screenRow(screen);
  if (accessKey === undefined) return name[language];
  return language === 'ko' ? `${name.ko}(&${accessKey})` : name.en.replace(new RegExp(accessKey, 'i'), '&$&');
}
