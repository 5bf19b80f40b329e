/** The mark of each genre: a colour, and a shape if more genres than colours exist. */
import { GENRE_COLOURS, type GenreColour } from './genre-colours';

export const SHAPES = ['circle', 'square', 'diamond', 'triangle'] as const;

export interface GenreMark {
  readonly colour: GenreColour;
  readonly shape: (typeof SHAPES)[number];
}

/**
 * Marks by genre. A genre without a chosen colour has that of its position, whatever is chosen for others.
 * @param genres in order of arrival (genreOrder)
 */
export function genreMarks(
  genres: readonly string[],
  chosen: readonly { genre: string; colour: GenreColour }[],
): ReadonlyMap<string, GenreMark> {
  const choices = new Map(chosen.map(({ genre, colour }) => [genre, colour]));
  const used = new Map<GenreColour, number>();
  return new Map(
    genres.map((genre, place) => {
      const colour = choices.get(genre) ?? GENRE_COLOURS[place % GENRE_COLOURS.length]!;
      const times = used.get(colour) ?? 0;
      used.set(colour, times + 1);
      return [genre, { colour, shape: SHAPES[times % SHAPES.length]! }];
    }),
  );
}
