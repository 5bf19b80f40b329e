import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import { dayAfter, today } from '../../../shared/values/day';
import { usePreferences } from '../../stores/preferences';
import { monthAfter, weeksOf } from './month';
import classes from './MonthGrid.module.css';

/** The day that each key moves to. */
const KEYS: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => dayAfter(day, -1),
  ArrowRight: (day) => dayAfter(day, 1),
  ArrowUp: (day) => dayAfter(day, -7),
  ArrowDown: (day) => dayAfter(day, 7),
  PageUp: (day) => monthAfter(day, -1),
  PageDown: (day) => monthAfter(day, 1),
};

const inWords = (language: string, options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
  const { format } = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  return (day) => format(new Date(`${day}T00:00:00Z`));
};

/**
 * A month to pick a day from, in the window's language. Arrow keys move by day, PageUp and PageDown by month. @param
 * chosen YYYY-MM-DD; null shows the current month
 */
export function MonthGrid({ chosen, onChoose }: { chosen: string | null; onChoose: (day: string) => void }): ReactNode {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const [at, setAt] = useState(() => chosen ?? today());
  const grid = useRef<HTMLTableElement>(null);
  const isByKey = useRef(false);
  useEffect(() => {
    if (isByKey.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    isByKey.current = false;
  }, [at]);
  const onKey = (event: KeyboardEvent): void => {
    const go = KEYS[event.key];
    if (go === undefined) return;
    event.preventDefault();
    isByKey.current = true;
    setAt(go);
  };
  const weeks = weeksOf(at);
  const [monthOf, weekday, whole] = [
    inWords(language, { year: 'numeric', month: 'long' }),
    inWords(language, { weekday: 'short' }),
    inWords(language, { dateStyle: 'full' }),
  ];
  // Any full week contains all names.
  const names = weeks[1]!.map((day) => weekday(day!));
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <ActionIcon variant="subtle" aria-label={t('common.day.previous')} onClick={() => setAt(monthAfter(at, -1))}>
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <Text size="sm" fw={600} aria-live="polite">
          {monthOf(at)}
        </Text>
        <ActionIcon variant="subtle" aria-label={t('common.day.next')} onClick={() => setAt(monthAfter(at, 1))}>
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <table ref={grid} className={classes.month} aria-label={monthOf(at)} onKeyDown={onKey}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, row) => (
            <tr key={row}>
              {week.map((day, place) => (
                <td key={day ?? place}>
                  {day !== null && (
                    <button
                      type="button"
                      className={classes.day}
                      tabIndex={day === at ? 0 : -1}
                      data-autofocus={day === at || undefined}
                      aria-label={whole(day)}
                      aria-pressed={day === chosen}
                      aria-current={day === today() ? 'date' : undefined}
                      onClick={() => onChoose(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
