/** What covers are drawn from. A cover is 44 by 60, of which the first 8 are its spine. */

/** One thing in the middle of the cover, around 0 0 and about 22 wide. */
export const MOTIF_PATHS = {
  star: 'M0-11 3.2-3.6 11-3.4 4.9 1.6 7 9.5 0 5-7 9.5-4.9 1.6-11-3.4-3.2-3.6Z',
  sun: 'M0-6.5A6.5 6.5 0 1 0 0 6.5A6.5 6.5 0 1 0 0-6.5M-1.2-12H1.2V-8.5H-1.2ZM-1.2 8.5H1.2V12H-1.2ZM-12-1.2H-8.5V1.2H-12ZM8.5-1.2H12V1.2H8.5Z',
  moon: 'M3-11A11 11 0 1 0 11 6A9.5 9.5 0 0 1 3-11Z',
  boat: 'M-12 4H12L8 11H-8ZM-1.2-12V2H-9.5ZM1.2-8.5V2H8.5Z',
  house: 'M-12-1 0-12 12-1H9V11H3V3.5H-3V11H-9V-1Z',
  tree: 'M0-13 8-3H4.5L10.5 6H2V12H-2V6H-10.5L-4.5-3H-8Z',
  fish: 'M-5 0Q2.5-10 11 0Q2.5 10-5 0L-12 6.5V-6.5Z',
  rocket: 'M0-13Q6.5-7 5.5 4L9.5 10 3 7.5H-3L-9.5 10-5.5 4Q-6.5-7 0-13Z',
  balloon: 'M0-13A9 9.5 0 0 1 3 5.5L1.5 8V12H-1.5V8L-3 5.5A9 9.5 0 0 1 0-13Z',
  flower: 'M0-1C-8-13 8-13 0-1C13-9 13 7 0-1C8 12-8 12 0-1C-13 7-13-9 0-1Z',
  umbrella: 'M-12 1A12 12 0 0 1 12 1ZM-1.2 1H1.2V8.5A3 3 0 0 1-5 8.5H-2.8A.8.8 0 0 0-1.2 8.5Z',
  kite: 'M0-13 8.5-3 0 8-8.5-3ZM0 8 3.5 12 0 11-3.5 12Z',
  mountain: 'M-13 9-3-10 2.5 0 5.5-4 13 9Z',
  cloud: 'M-6 6A5.2 5.2 0 0 1-6.5-4.4A6.8 6.8 0 0 1 6-5.5A5.8 5.8 0 0 1 6.5 6Z',
  crown: 'M-11 9V-7L-4.5 0 0-10 4.5 0 11-7V9Z',
  leaf: 'M-10 10C-12-6 2-12 11-11C12 0 4 12-7.5 9L-10 12Z',
  heart: 'M0 10C-15-1-10-11-4.5-10Q-1-9 0-5.5Q1-9 4.5-10C10-11 15-1 0 10Z',
  whale: 'M-12-1C-9 9 7 10 10 0L13-7 7.5-4.5C3-7-10-9-12-1Z',
} as const;
export type Motif = keyof typeof MOTIF_PATHS;
export const MOTIFS = Object.keys(MOTIF_PATHS) as Motif[];

/** Behind the motif, darker than the cloth. */
export const SCENE_PATHS = {
  hills: 'M8 47Q17 37 26 46T44 43V60H8Z',
  waves: 'M8 46Q12.5 41 17 46T26 46T35 46T44 46V60H8Z',
  board: 'M8 46H44V50H8Z',
  slope: 'M8 53 44 38V60H8Z',
  arch: 'M12 60V32A14 14 0 0 1 40 32V60Z',
  disc: 'M26 9A17 17 0 1 0 26 43A17 17 0 1 0 26 9Z',
  stripes: 'M8 6H44V10H8ZM8 50H44V54H8Z',
} as const;
export type Scene = keyof typeof SCENE_PATHS;
export const SCENES = Object.keys(SCENE_PATHS) as Scene[];
