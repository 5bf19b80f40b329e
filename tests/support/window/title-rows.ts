/** Hand-made rows of the grid of titles, which name only what their test is about. */
import {
  TITLE_FIGURE_NAMES,
  TITLE_FIGURES,
  type TitleFigureValues,
} from '../../../src/features/titles/contract/figures';
import type { TitleRow } from '../../../src/features/titles/contract/title';

/** The figures of a title that nobody watched, without a run. */
export const noTitleFigures = (): TitleFigureValues =>
  Object.fromEntries(
    TITLE_FIGURE_NAMES.map((name) => [name, TITLE_FIGURES[name].of === 'lists' ? null : 0]),
  ) as TitleFigureValues;

export const titleRow = <Differs extends Partial<TitleRow>>(item: string, differs: Differs): TitleRow & Differs => ({
  item,
  title: null,
  group: null,
  numbers: {},
  ...noTitleFigures(),
  ...differs,
});
