/**
 * The colours of the window and of the printed report: paper, ink, one accent (the green of bookcloth) and one warning.
 * palette.test.ts checks which of them are readable on which. The rail is the darkest paper; sheets lie on the
 * ground of a screen, and the open screen's link is one.
 */

/** Ten shades from pale to dark, as Mantine takes them. */
type Shades = readonly [string, string, string, string, string, string, string, string, string, string];

export interface Palette {
  /** The rail. */
  readonly frame: string;
  readonly frameText: string;
  readonly frameFaint: string;
  readonly frameHover: string;
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
  /** The ground of what waits for the curator, and what is written on it. */
  readonly waits: string;
  readonly onWaits: string;
  /** What is wrong or needs a look, as a text, a mark or a line. */
  readonly warning: string;
  /** Below a text about it. */
  readonly warningGround: string;
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

/** The accent: bookcloth green. */
export const CLOTH: Shades = [
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

/** The warning: brick. */
export const BRICK: Shades = [
  '#fbeee8',
  '#f6dccf',
  '#f0bea6',
  '#ffb294',
  '#f0906a',
  '#d2643c',
  '#b94a22',
  '#a03a16',
  '#8a2f10',
  '#6b230b',
];

/** Mantine's greys of the light theme: paper. */
export const PAPER: Shades = [
  '#f8f7f4',
  '#f1f0ec',
  '#e6e4df',
  '#d8d6d0',
  '#c1c0ba',
  '#969a98',
  '#687171',
  '#4f5959',
  '#343d3e',
  '#1b2324',
];

/** Mantine's greys of the dark theme: slate. */
export const SLATE: Shades = [
  '#e9eceb',
  '#c9d0cf',
  '#aab4b3',
  '#84908f',
  '#414c4d',
  '#333d3e',
  '#2a3233',
  '#20282a',
  '#171d1e',
  '#0f1415',
];

const light: Palette = {
  frame: '#edeae3',
  frameText: '#1b2324',
  frameFaint: '#565f5e',
  frameHover: '#e2ded4',
  ground: '#f6f4ef',
  sheet: '#ffffff',
  surface: '#f7f5f1',
  selected: '#e2f0ee',
  button: '#efece5',
  buttonHover: '#e3e0d8',
  text: '#1b2324',
  faint: '#565f5e',
  placeholder: '#667070',
  line: '#e3e0d8',
  track: '#e3e0d8',
  edge: '#83867f',
  outline: 'transparent',
  shadow: '0 1px 2px rgb(40 34 20 / 7%), 0 2px 8px rgb(40 34 20 / 5%)',
  accent: '#0b5c66',
  accentHover: '#084a53',
  onAccent: '#ffffff',
  accentText: '#0b5c66',
  waits: '#f2b93b',
  onWaits: '#2c1d00',
  warning: '#a02f18',
  warningGround: '#fbe9e3',
  first: '#0b5c66',
  second: '#a35a00',
  third: '#6b4fa0',
  grid: '#e3e0d8',
  mapLow: '#c4851c',
  mapMiddle: '#a8325e',
  mapHigh: '#2b1a5a',
  accepted: '#62a5a6',
  repaired: '#d79a2b',
  rejected: '#a8321a',
  rejectedStripe: '#dc8a6a',
  wood: '#c7a777',
  sun: '#f5c04e',
};

const dark: Palette = {
  frame: '#11171a',
  frameText: '#ecefee',
  frameFaint: '#abb5b4',
  frameHover: '#222b2d',
  ground: '#161b1c',
  sheet: '#1f2729',
  surface: '#263032',
  selected: '#1c3a3d',
  button: '#2a3436',
  buttonHover: '#333d3e',
  text: '#ecefee',
  faint: '#abb5b4',
  placeholder: '#97a2a1',
  line: '#333d3e',
  track: '#333d3e',
  edge: '#7d8887',
  outline: 'transparent',
  shadow: 'none',
  accent: '#6fc4c3',
  accentHover: '#8bd3d1',
  onAccent: '#06262a',
  accentText: '#7fcdcb',
  waits: '#f2b93b',
  onWaits: '#2c1d00',
  warning: '#ffab93',
  warningGround: '#3c211a',
  first: '#6cc6c9',
  second: '#f0b45c',
  third: '#b9a3e3',
  grid: '#333d3e',
  mapLow: '#8a72cf',
  mapMiddle: '#e58a92',
  mapHigh: '#fdeeb5',
  accepted: '#3d8386',
  repaired: '#e0aa46',
  rejected: '#ffab93',
  rejectedStripe: '#a35a3c',
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
      frameText: '#000000',
      frameFaint: '#1b2324',
      frameHover: '#e6e4df',
      ground: '#ffffff',
      sheet: '#ffffff',
      button: '#ffffff',
      buttonHover: '#e6e4df',
      text: '#000000',
      faint: '#1b2324',
      placeholder: '#343d3e',
      line: '#000000',
      track: '#c9cfce',
      edge: '#000000',
      outline: '#000000',
      shadow: 'none',
      accent: '#06363d',
      accentHover: '#000000',
      accentText: '#06363d',
      warning: '#6b230b',
      warningGround: '#ffffff',
    },
  },
  dark: {
    normal: dark,
    high: {
      ...dark,
      frame: '#000000',
      frameText: '#ffffff',
      frameFaint: '#e9eceb',
      frameHover: '#333d3e',
      ground: '#000000',
      sheet: '#000000',
      surface: '#20282a',
      selected: '#17302f',
      button: '#000000',
      buttonHover: '#333d3e',
      text: '#ffffff',
      faint: '#e9eceb',
      placeholder: '#c9d0cf',
      line: '#ffffff',
      track: '#4f5959',
      edge: '#ffffff',
      outline: '#ffffff',
      accent: '#a9d2cf',
      accentHover: '#d5e9e6',
      accentText: '#d5e9e6',
      warningGround: '#000000',
    },
  },
} as const satisfies Record<'light' | 'dark', Record<'normal' | 'high', Palette>>;

/** As CSS variables, Mantine's own where it has one. */
export const paletteVariables = (palette: Palette): Record<string, string> => ({
  '--mantine-color-text': palette.text,
  '--mantine-color-body': palette.sheet,
  '--mantine-color-dimmed': palette.faint,
  '--mantine-color-placeholder': palette.placeholder,
  '--mantine-color-error': palette.warning,
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
  '--mantine-color-brick-light': palette.warningGround,
  '--mantine-color-brick-light-hover': palette.warningGround,
  '--mantine-color-brick-light-color': palette.warning,
  '--shelfwise-frame': palette.frame,
  '--shelfwise-frame-text': palette.frameText,
  '--shelfwise-frame-faint': palette.frameFaint,
  '--shelfwise-frame-hover': palette.frameHover,
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
  '--shelfwise-waits': palette.waits,
  '--shelfwise-on-waits': palette.onWaits,
  '--shelfwise-warning': palette.warning,
  '--shelfwise-warning-ground': palette.warningGround,
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
