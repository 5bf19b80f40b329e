/** When a shelf runs empty, in words. */
import { MOST_WEEKS_AHEAD } from '../contract/limits';
import type { EmptyShelf } from '../contract/shelf-steps';
import { LIST_LENGTH } from '../../../shared/limits';
import type { Wording } from '../../../shared/words/wording';

/** @param asked whose shelf it is where the answer does not say */
export function shelfName({ whose }: EmptyShelf, asked: string, { t }: Pick<Wording, 't'>): string {
  if (whose === null) return asked;
  return whose.kind === 'age' ? t('shelfSteps.age', { age: `${whose.age}` }) : whose.name;
}

/** @param asked as shelfName */
export function emptySentence(shelf: EmptyShelf, asked: string, { t, format }: Wording): string {
  const { weeks, week } = shelf;
  const figures = { whose: shelfName(shelf, asked, { t }), left: format.score(shelf.left, 1) };
  if (weeks === 0) return t('shelfSteps.emptyNow', { ...figures, least: LIST_LENGTH });
  const pace = format.score(Math.max(0, shelf.pace), 1);
  return week === null
    ? t('shelfSteps.lasts', { ...figures, pace, weeks: MOST_WEEKS_AHEAD })
    : t('shelfSteps.emptyIn', { ...figures, pace, least: LIST_LENGTH, day: format.calendarDay(week.from) });
}
