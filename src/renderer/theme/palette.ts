/**
 * The colours of the window: neutral paper and wood, and one strong accent. palette.test.ts checks which of them are
 * readable on which. Layers without lines between them: the frame around everything, a screen's ground on it, sheets on
 * the ground.
 */
import type { MantineColorsTuple } from '@mantine/core';

export interface Palette {
  /** Around the screens: rail, top bar, strip. */
  readonly frame: string;
  /** Background of a screen. */
  readonly ground: string;
  /** Parts of screens, menus, dialogs, fields. */
  readonly sheet: string;
  /** Within a sheet: table heads and hovered rows. */
  readonly surface: string;
  readonly selected: string;
  /** A secondary button. */
  readonly button: string;
  readonly buttonHover: string;
  readonly text: string;
  readonly faint: string;
  readonly placeholder: string;
  /** Decorative line between rows. */
  readonly line: string;
  /** The unfilled part of a bar. */
  readonly track: string;
  /** Border of input fields; has to be visible. */
  readonly edge: string;
  /** Border of sheets and buttons; only in high contrast. */
  readonly outline: string;
  readonly shadow: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly onAccent: string;
  /** The accent as a text colour. */
  readonly accentText: string;
  readonly good: string;
  readonly warning: string;
  readonly problem: string;
  readonly running: string;
  /** Marks and lines of charts. */
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly grid: string;
  /** Colour scale of a map: both ends and the middle, with monotonic lightness. */
  readonly mapLow: string;
  readonly mapMiddle: string;
  readonly mapHigh: string;
  /** Bars of accepted, repaired and rejected rows; the second rejected colour is for its stripes. */
  readonly accepted: string;
  readonly repaired: string;
  readonly rejected: string;
  readonly rejectedStripe: string;
  /** Drawings: shelf boards, and the one highlighted book. */
  readonly wood: string;
  readonly sun: string;
}

/** The accent from pale to dark: bookcloth green. */
export const CLOTH: MantineColorsTuple = [
  '#e9f4f2',
  '#d5e9e6',
  '#a9d2cf',
  '#7cbdbb',
  '#62b9b8',
  '#2a8a8d',
  '#12717a',
  '#0b5c66',
  '#084a53',
  '#06363d',
];

/** Mantine's greys of the light theme: paper. */
export const PAPER: MantineColorsTuple = [
  '#faf7f1',
  '#f3eee5',
  '#e9e2d5',
  '#ddd4c4',
  '#c9bfad',
  '#a1978a',
  '#766d61',
  '#5c5449',
  '#3f392f',
  '#26221d',
];

/** Mantine's greys of the dark theme: wood. */
export const WOOD: MantineColorsTuple = [
  '#ece6dc',
  '#cfc7ba',
  '#b4aa9c',
  '#8f8577',
  '#4a443c',
  '#3b362f',
  '#322e28',
  '#282521',
  '#1f1c19',
  '#161412',
];

const light: Palette = {
  frame: '#ece6da',
  ground: '#f8f5ee',
  sheet: '#fffefb',
  surface: '#f4efe6',
  selected: '#dcebe8',
  button: '#eae3d6',
  buttonHover: '#e0d7c7',
  text: '#26221d',
  faint: '#5c5449',
  placeholder: '#6f665a',
  line: '#e6dfd2',
  track: '#e6dfd2',
  edge: '#8c8274',
  outline: 'transparent',
  shadow: '0 1px 2px rgb(70 55 30 / 10%)',
  accent: '#0b5c66',
  accentHover: '#084a53',
  onAccent: '#ffffff',
  accentText: '#0b5c66',
  good: '#1c6634',
  warning: '#854700',
  problem: '#b3261e',
  running: '#0b5c66',
  first: '#0b5c66',
  second: '#a35a00',
  third: '#6b4fa0',
  grid: '#e6dfd2',
  mapLow: '#c4851c',
  mapMiddle: '#a8325e',
  mapHigh: '#2b1a5a',
  accepted: '#62a5a6',
  repaired: '#d79a2b',
  rejected: '#b3261e',
  rejectedStripe: '#de7c76',
  wood: '#c7a777',
  sun: '#f5c04e',
};

const dark: Palette = {
  frame: '#161412',
  ground: '#1f1c19',
  sheet: '#282521',
  surface: '#322e28',
  selected: '#203b3c',
  button: '#3b362f',
  buttonHover: '#4a443c',
  text: '#ece6dc',
  faint: '#b4aa9c',
  placeholder: '#9f9587',
  line: '#3b362f',
  track: '#3b362f',
  edge: '#8f8577',
  outline: 'transparent',
  shadow: 'none',
  accent: '#62b9b8',
  accentHover: '#7cbdbb',
  onAccent: '#06262a',
  accentText: '#7cc7c6',
  good: '#7fd39a',
  warning: '#f0b45c',
  problem: '#ff9b93',
  running: '#7cc7c6',
  first: '#6cc6c9',
  second: '#f0b45c',
  third: '#b9a3e3',
  grid: '#3b362f',
  mapLow: '#8a72cf',
  mapMiddle: '#e58a92',
  mapHigh: '#fdeeb5',
  accepted: '#3d8386',
  repaired: '#e0aa46',
  rejected: '#f0857c',
  rejectedStripe: '#b3453d',
  wood: '#846a48',
  sun: '#f5c04e',
};

/** By theme and contrast. High contrast has pure backgrounds, strong lines around everything, and no faint text. */
export const PALETTES = {
  light: {
    normal: light,
    high: {
      ...light,
      frame: '#ffffff',
      ground: '#ffffff',
      sheet: '#ffffff',
      surface: '#f4efe6',
      button: '#ffffff',
      buttonHover: '#eae3d6',
      text: '#000000',
      faint: '#1f1b16',
      placeholder: '#3a342c',
      line: '#000000',
      track: '#cfc7ba',
      edge: '#000000',
      outline: '#000000',
      shadow: 'none',
      accent: '#06363d',
      accentHover: '#000000',
      accentText: '#06363d',
      good: '#0e4520',
      warning: '#5c3100',
      problem: '#8c1a13',
      running: '#06363d',
    },
  },
  dark: {
    normal: dark,
    high: {
      ...dark,
      frame: '#000000',
      ground: '#000000',
      sheet: '#000000',
      surface: '#282521',
      selected: '#17302f',
      button: '#000000',
      buttonHover: '#3b362f',
      text: '#ffffff',
      faint: '#ece6dc',
      placeholder: '#cfc7ba',
      line: '#ffffff',
      track: '#5c5449',
      edge: '#ffffff',
      outline: '#ffffff',
      accent: '#a9d2cf',
      accentHover: '#d5e9e6',
      accentText: '#d5e9e6',
      running: '#d5e9e6',
    },
  },
} as const satisfies Record<'light' | 'dark', Record<'normal' | 'high', Palette>>;

/** As CSS variables, Mantine's own where it has one. */
export const paletteVariables = (palette: Palette): Record<string, string> => ({
  '--mantine-color-text': palette.text,
  '--mantine-color-body': palette.sheet,
  '--mantine-color-dimmed': palette.faint,
  '--mantine-color-placeholder': palette.placeholder,
  '--mantine-color-error': palette.problem,
  '--mantine-color-anchor': palette.accentText,
  '--mantine-color-default': palette.sheet,
  '--mantine-color-default-hover': palette.surface,
  '--mantine-color-default-color': palette.text,
  '--mantine-color-default-border': palette.edge,
  '--mantine-color-cloth-light': palette.selected,
  '--mantine-color-cloth-light-hover': palette.selected,
  '--mantine-color-cloth-light-color': palette.accentText,
  '--mantine-primary-color-filled': palette.accent,
  '--mantine-primary-color-filled-hover': palette.accentHover,
  '--mantine-primary-color-contrast': palette.onAccent,
  '--mantine-primary-color-light-color': palette.accentText,
  '--shelfwise-frame': palette.frame,
  '--shelfwise-ground': palette.ground,
  '--shelfwise-surface': palette.surface,
  '--shelfwise-selected': palette.selected,
  '--shelfwise-button': palette.button,
  '--shelfwise-button-hover': palette.buttonHover,
  '--shelfwise-border': palette.line,
  '--shelfwise-track': palette.track,
  '--shelfwise-edge': palette.edge,
  '--shelfwise-outline': palette.outline,
  '--shelfwise-shadow': palette.shadow,
  '--shelfwise-good': palette.good,
  '--shelfwise-warning': palette.warning,
  '--shelfwise-problem': palette.problem,
  '--shelfwise-running': palette.running,
  '--shelfwise-line-1': palette.first,
  '--shelfwise-line-2': palette.second,
  '--shelfwise-line-3': palette.third,
  '--shelfwise-grid': palette.grid,
  '--shelfwise-map-low': palette.mapLow,
  '--shelfwise-map-middle': palette.mapMiddle,
  '--shelfwise-map-high': palette.mapHigh,
  '--shelfwise-accepted': palette.accepted,
  '--shelfwise-repaired': palette.repaired,
  '--shelfwise-rejected': palette.rejected,
  '--shelfwise-rejected-stripe': palette.rejectedStripe,
  '--shelfwise-wood': palette.wood,
  '--shelfwise-sun': palette.sun,
});
