import { expect, test } from 'vitest';
import { GENRE_COLOURS } from './genre-colours';
import { genreMarks, SHAPES } from './genre-marks';

const genres = Array.from({ length: GENRE_COLOURS.length * SHAPES.length }, (_, place) => `genre ${place}`);

test('as many genres as there are colours and shapes have distinct marks', () => {
  const marks = [...genreMarks(genres, []).values()].map(({ colour, shape }) => `${colour} ${shape}`);
  expect(new Set(marks).size).toBe(genres.length);
  expect(marks.slice(0, 2)).toEqual(['orange circle', 'sky circle']);
  // Further genres share marks; their names tell them apart.
  expect(genreMarks([...genres, 'more'], []).get('more')).toEqual({ colour: 'orange', shape: 'circle' });
});

test("a chosen colour changes no other genre's", () => {
  const before = genreMarks(genres, []);
  const after = genreMarks(genres, [{ genre: 'genre 3', colour: 'orange' }]);
  expect(after.get('genre 3')).toEqual({ colour: 'orange', shape: 'square' });
  const others = genres.filter((genre) => genre !== 'genre 3');
  expect(others.map((genre) => after.get(genre)!.colour)).toEqual(others.map((genre) => before.get(genre)!.colour));
  expect(after.get('genre 0')).toEqual(before.get('genre 0'));
});
