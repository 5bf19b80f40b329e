/** Options of a generated folder. The same options give the same bytes on every system. */
export const DIRT_LEVELS = ['none', 'light', 'full'] as const;

export interface GeneratorOptions {
  readonly seed: number;
  /** Rows of profile_data.csv, before dirt. */
  readonly profiles: number;
  /** Albums of the catalogue; some are never watched. */
  readonly items: number;
  /** Data rows of history_data.csv, including bad ones. */
  readonly events: number;
  /**
   * none: nothing is wrong. light: only what a strict CSV reader gets through (late seconds, duplicates, empty fields,
   * rows that are missing from other files). full: also bad rows, other encodings, mixed line ends, odd headers.
   */
  readonly dirt: (typeof DIRT_LEVELS)[number];
  /**
   * Adds what few services have, for the checks of lists to find: titles past their last day, and an age group whose
   * viewing is hard to predict.
   */
  readonly oddities?: boolean;
}

/** resources/sample. */
export const SAMPLE: GeneratorOptions = {
  seed: 20260302,
  profiles: 600,
  items: 700,
  events: 25_000,
  dirt: 'full',
  oddities: true,
};

/** The size of a real service: about 623,000 distinct pairs of profile and album. */
export const CONTEST: GeneratorOptions = { seed: 1, profiles: 8_311, items: 20_000, events: 1_000_000, dirt: 'full' };

/** The period of all folders: 26 weeks from a Monday; seconds since 1970. */
export const PERIOD_START = Date.UTC(2026, 2, 2) / 1000;
export const PERIOD_DAYS = 182;
export const SECONDS_A_DAY = 86_400;
