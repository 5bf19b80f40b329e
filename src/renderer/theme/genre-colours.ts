/**
 * The colours of genres. Seven are from Okabe and Ito, "Color Universal Design" (2008), distinguishable with
 * colour-blind eyes; a grey of the theme replaces their black, which a dark window hides. Each mark has an outline,
 * because yellow is too pale on white.
 */
import type { GenreColour } from '../../shared/labels/genre-colours';

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

/** CSS colour of a genre; a mark's outline has the colour of the text beside it. */
export const genreColour = (colour: GenreColour): string =>
  colour === 'grey' ? `light-dark(${GREY.light}, ${GREY.dark})` : OKABE_ITO[colour];
