/** When a shelf runs empty, in words. */
import { MOST_WEEKS_AHEAD } from '../contract/limits';
import type { EmptyShelf } from '../contract/shelf-steps';
import { LIST_LENGTH } from '../../../shared/limits';
import type { Wording } from '../../../shared/words/wording';

/** @param whose whose shelf it is where the answer does not say */
export function emptySentence(
  { whose, weeks, week, left, pace }: EmptyShelf,
  asked: string,
  { t, format }: Wording,
): string {
  const name =
    whose === null ? asked : whose.kind === 'age' ? t('shelfSteps.age', { age: `${whose.age}` }) : whose.name;
  const figures = { whose: name, least: LIST_LENGTH, left: format.score(left, 1) };
  if (weeks === 0) return t('shelfSteps.emptyNow', figures);
  const perWeek = format.score(Math.max(0, pace), 1);
  return week === null
    ? t('shelfSteps.lasts', { whose: name, weeks: MOST_WEEKS_AHEAD, left: figures.left, pace: perWeek })
    : t('shelfSteps.emptyIn', { ...figures, pace: perWeek, day: format.calendarDay(week.from) });
}
