import type { Dataset } from '../../../shared/contract/dataset';
import { lastDay, weekOf } from '../../../shared/values/calendar-week';
import { asDate } from '../../../shared/values/day';
import { useFormat } from '../../locales/format';
import { useTexts } from '../../locales/use-texts';
import { useDays } from './use-days';

interface WeekName {
  /** "Week 36"; for data without times the name of the data set. */
  readonly name: string;
  /** "Aug 31, 2026 to Sep 6, 2026"; null without times. */
  readonly span: string | null;
}

/** How people call data as it came in: by the calendar week of its last viewings, with the year where it is not this one. */
export function useWeekName(): (data: Pick<Dataset, 'name' | 'period'>, now?: Date) => WeekName {
  const t = useTexts();
  const format = useFormat();
  const { zone } = useDays();
  return ({ name, period }, now = new Date()) => {
    const day = lastDay(period, zone);
    if (day === null) return { name, span: null };
    const { week, year, from, to } = weekOf(day);
    const isThisYear = year === asDate(weekOf(now.toISOString().slice(0, 10)).from).getUTCFullYear();
    return {
      name: isThisYear ? t('week.title', { week }) : t('week.titleOfYear', { week, year: `${year}` }),
      span: t('week.span', { from: format.calendarDay(from), to: format.calendarDay(to) }),
    };
  };
}
