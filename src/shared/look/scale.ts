/** Sizes and spaces of the window in pixels, and of the printed report in points: the only place that names any. Styles read them as CSS variables. */

/** How tightly things are spaced. */
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/**
 * The five sizes of text: marks and notes, what is read in rows and fields, running text, headings of parts and the
 * name of a screen with its figures. Both densities have the same, to stay readable.
 */
export const TEXT = { xs: 12, sm: 13, md: 14, lg: 18, xl: 26 } as const;
export const HEADINGS = { h1: TEXT.xl, h2: TEXT.lg, h3: TEXT.md } as const;
/** The two weights of text. */
export const WEIGHTS = { regular: 400, strong: 600 } as const;
/** The same five on paper. */
export const PRINTED = { xs: 8.5, sm: 9, md: 10, lg: 13.5, xl: 22 } as const;

/** Corners: sm for controls, md for sheets, xs for marks. */
export const RADII = { xs: 3, sm: 6, md: 10, lg: 16, xl: 32 } as const;

/** Everything stands on a grid of four pixels; a half and a quarter of it only between parts of one thing. */
export const SPACES = {
  comfortable: { '3xs': 2, '2xs': 4, xs: 8, sm: 12, md: 16, lg: 24, xl: 32 },
  compact: { '3xs': 1, '2xs': 2, xs: 4, sm: 8, md: 12, lg: 16, xl: 24 },
} as const satisfies Record<Density, Record<string, number>>;

/** Heights, and the width of the rail. A row of a title holds its cover of 60. */
export const MEASURES = {
  comfortable: { row: 34, double: 50, head: 38, title: 74, entry: 40, cell: 5, link: 36, bar: 56, rail: 208 },
  compact: { row: 26, double: 42, head: 30, title: 64, entry: 30, cell: 2, link: 30, bar: 46, rail: 184 },
} as const satisfies Record<Density, Record<string, number>>;

/** Milliseconds: for what appears, and for what moves. Loading animations are not included. */
export const MOTION = { appear: 100, move: 160 } as const;
