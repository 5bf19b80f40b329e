/**
 * The colours of genres. Seven are from Okabe and Ito, "Color Universal Design" (2008), distinguishable with
 * colour-blind eyes; a grey of the theme replaces their black, which a dark window hides. Each mark has an outline,
 * because yellow is too pale on white.
 */
import type { GenreColour } from '../../shared/labels/genre-colours';
import { contrast } from './contrast';

export const OKABE_ITO: Readonly<Record<Exclude<GenreColour, 'grey'>, string>> = {
  orange: '#e69f00',
  sky: '#56b4e9',
  green: '#009e73',
  yellow: '#f0e442',
  blue: '#0072b2',
  red: '#d55e00',
  purple: '#cc79a7',
};

/** For each theme's background. */
export const GREY = { light: '#3d4650', dark: '#d5d9dd' } as const;

/** Black or white, whichever is more readable on a colour. */
export const inkOn = (hex: string): string =>
  contrast(hex, '#000000') > contrast(hex, '#ffffff') ? '#000000' : '#ffffff';

const INKS = Object.fromEntries(Object.entries(OKABE_ITO).map(([name, hex]) => [name, inkOn(hex)])) as typeof OKABE_ITO;

/** CSS colour of text on a genre's colour. */
export const genreInk = (colour: GenreColour): string =>
  colour === 'grey' ? `light-dark(${inkOn(GREY.light)}, ${inkOn(GREY.dark)})` : INKS[colour];

/** CSS colour of a genre; a mark's outline has the colour of the text beside it. */
export const genreColour = (colour: GenreColour): string =>
  colour === 'grey' ? `light-dark(${GREY.light}, ${GREY.dark})` : OKABE_ITO[colour];
