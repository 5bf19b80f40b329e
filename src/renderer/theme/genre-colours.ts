/**
 * The colours of genres. Seven of them are those of Okabe and Ito, "Color Universal Design" (2008), made to be told apart by colour-blind
 * eyes; for their black, which a dark window hides, there is a grey of the theme. Each mark has an outline, since yellow alone is too pale
 * for a white ground.
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

/** On the ground of each theme. */
export const GREY = { light: '#3d4650', dark: '#d5d9dd' } as const;

/** What is written on a colour: black or white, whichever is read better. */
export const inkOn = (hex: string): string =>
  contrast(hex, '#000000') > contrast(hex, '#ffffff') ? '#000000' : '#ffffff';

const INKS = Object.fromEntries(Object.entries(OKABE_ITO).map(([name, hex]) => [name, inkOn(hex)])) as typeof OKABE_ITO;

/** As CSS: what is written on a genre's colour. */
export const genreInk = (colour: GenreColour): string =>
  colour === 'grey' ? `light-dark(${inkOn(GREY.light)}, ${inkOn(GREY.dark)})` : INKS[colour];

/** As CSS; the outline of a mark is that of the text beside it. */
export const genreColour = (colour: GenreColour): string =>
  colour === 'grey' ? `light-dark(${GREY.light}, ${GREY.dark})` : OKABE_ITO[colour];
