// @vitest-environment happy-dom
/** A day is typed or picked in the window's language, whatever the browser's is. */
import { screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { DayField } from './DayField';
import { RulesDay } from './RulesDay';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

function Kept({ begin }: { begin: string }): ReactNode {
  const [value, setValue] = useState(begin);
  return <DayField label="Until" value={value} onChange={setValue} />;
}

const field = (label: string): HTMLInputElement =>
  screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' });

it.each([
  ['en', 'February 2028', 'Tuesday, February 29, 2028', 'Feb 29, 2028'],
  ['ko', '2028년 2월', '2028년 2월 29일 화요일', '2028년 2월 29일'],
] as const)("is picked from a month in the window's language: %s", async (language, month, day, shown) => {
  const { user, t } = renderInWindow(<Kept begin="2028-02-28" />, { language });
  await user.click(screen.getByRole('button', { name: t('common.day.choose', { label: 'Until' }) }));
  await screen.findByRole('table', { name: month });
  await user.click(screen.getByRole('button', { name: day }));
  expect(field('Until').value).toBe(shown);
  expect(screen.queryByRole('table')).toBeNull();
  await user.click(field('Until'));
  expect(field('Until').value).toBe('2028-02-29');
});

it('is reached with the keys of a calendar', async () => {
  const { user, t } = renderInWindow(<Kept begin="2026-01-31" />);
  await user.click(screen.getByRole('button', { name: t('common.day.choose', { label: 'Until' }) }));
  (await screen.findByRole('button', { name: 'Saturday, January 31, 2026' })).focus();
  await user.keyboard('{PageDown}{ArrowRight}{ArrowUp}{Enter}');
  expect(field('Until').value).toBe('Feb 22, 2026');
});

it('reports an invalid day', async () => {
  const { user, t } = renderInWindow(<Kept begin="" />);
  await user.type(field('Until'), '2026-02-3');
  screen.getByText(t('common.day.wrong'));
  await user.type(field('Until'), '0');
  screen.getByText(t('common.day.none'));
  await user.type(field('Until'), '{Backspace}{Backspace}03');
  expect(screen.queryByText(t('common.day.wrong'))).toBeNull();
});

it('of the rules counts once it is complete, and incomplete input reverts', async () => {
  const days: string[] = [];
  function Day(): ReactNode {
    const [date, setDate] = useState('2026-03-01');
    return (
      <RulesDay
        date={date}
        onDate={(day) => {
          days.push(day);
          setDate(day);
        }}
      />
    );
  }
  const { user, t } = renderInWindow(<Day />);
  const day = field(t('rules.date'));
  await user.clear(day);
  await user.type(day, '2026-04-1');
  expect(days).toEqual([]);
  await user.type(day, '5');
  expect(days).toEqual(['2026-04-15']);
  await user.clear(day);
  await user.tab();
  expect(day.value).toBe('Apr 15, 2026');
});
