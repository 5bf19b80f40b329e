/**
 * The figures of a title, or of a series as one, a row each. The contract, the grid, its sorting, the panel of a title and the command follow;
 * src/features/titles/engine/figures.ts counts them.
 */
import * as z from 'zod';
import type { Text } from '../../../shared/words/templates';

interface TitleFigureRow {
  /** What it is counted in: the histories of a data set, or the delivered lists of a run. Null where that is not there. */
  readonly of: 'histories' | 'lists';
  /** A number of profiles, or a place in a list. */
  readonly unit: 'profiles' | 'place';
  readonly schema: z.ZodType<number | null>;
  /** Of its column, in pixels. */
  readonly width: number;
  readonly name: Text;
}

/** In the order of the columns, of which the last hides first where not all fit. */
export const TITLE_FIGURES = {
  /** Number of profiles that watched it. */
  popularity: {
    of: 'histories',
    unit: 'profiles',
    schema: z.int(),
    width: 116,
    name: { en: 'Watched by', ko: '시청한 아이' },
  },
  /** Number of profiles with it in their list. */
  recommended: {
    of: 'lists',
    unit: 'profiles',
    schema: z.int().nullable(),
    width: 150,
    name: { en: 'Recommended to', ko: '추천받는 아이' },
  },
  /** The mean of its places in those lists; null if it is in none. */
  meanRank: {
    of: 'lists',
    unit: 'place',
    schema: z.number().nullable(),
    width: 116,
    name: { en: 'Mean rank', ko: '평균 순위' },
  },
} as const satisfies Record<string, TitleFigureRow>;

export type TitleFigure = keyof typeof TITLE_FIGURES;
export const TITLE_FIGURE_NAMES = Object.keys(TITLE_FIGURES) as TitleFigure[];

export const titleFigureShape = Object.fromEntries(
  TITLE_FIGURE_NAMES.map((name) => [name, TITLE_FIGURES[name].schema]),
) as { readonly [Name in TitleFigure]: (typeof TITLE_FIGURES)[Name]['schema'] };

export type TitleFigureValues = { readonly [Name in TitleFigure]: z.infer<(typeof TITLE_FIGURES)[Name]['schema']> };
