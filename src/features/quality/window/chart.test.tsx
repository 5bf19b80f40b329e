/** A chart has a sentence and a table of its figures; so do the scores of groups, in both languages. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Chart } from '../../../renderer/components/chart/Chart';
import type { Drawing } from '../../../shared/charts/drawing';
import { GroupScores } from './GroupScores';
import type { Slice } from '../../../shared/contract/run';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const picture = (): Promise<HTMLElement> => screen.findByRole('img');
const texts = (element: Element): string[] => Array.from(element.querySelectorAll('text'), (text) => text.textContent);

const COLUMNS: Drawing = {
  kind: 'columns',
  xAxis: 'Day',
  yAxis: 'Viewings',
  columns: [
    { label: 'Monday', value: 3, hollow: 1, tip: 'Monday: 3' },
    { label: 'Tuesday', value: 5, dot: 2, tip: 'Tuesday: 5' },
  ],
  format: String,
};
const PAIRS: Drawing = {
  kind: 'pairs',
  axis: 'Share',
  rows: [
    { label: 'Songs', ring: 0.2, dot: 0.4, tip: 'Songs' },
    { label: 'Stories', ring: 0.5, dot: 0.3, tip: 'Stories' },
  ],
  format: String,
};

const chart = (drawing: Drawing) => (
  <Chart
    title="Viewings a day"
    summary="Most on Tuesday."
    drawing={drawing}
    keys={[{ mark: 'bar', label: 'accepted' }]}
    table={{
      columns: ['Day', 'Viewings'],
      rows: [
        ['Monday', '3'],
        ['Tuesday', '5'],
      ],
    }}
  />
);

it('has its title, its key, and a picture that is read as its sentence', async () => {
  renderInWindow(chart(COLUMNS));
  const figure = screen.getByRole('figure', { name: 'Viewings a day' });
  expect(within(figure).getByText('accepted')).toBeTruthy();
  const drawn = await picture();
  expect(drawn.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true');
  const sentence = document.getElementById(drawn.getAttribute('aria-labelledby')!);
  expect(sentence!.textContent).toBe('Most on Tuesday.');
  expect(texts(drawn)).toEqual(expect.arrayContaining(['Monday', 'Tuesday', 'Day →', '↑ Viewings']));
  // Two filled bars, a hollow one on the first of them, and a dot at the second.
  const shapes = (name: string): number => drawn.querySelectorAll(`[aria-label="${name}"] > *`).length;
  expect([shapes('bar'), shapes('dot')]).toEqual([3, 1]);
});

it('adds no style element of the library, which the content security policy would refuse', async () => {
  renderInWindow(chart(PAIRS));
  const drawn = await picture();
  expect(texts(drawn)).toEqual(expect.arrayContaining(['Songs', 'Stories']));
  expect(drawn.querySelectorAll('[aria-label="dot"] > circle')).toHaveLength(4);
  expect(document.querySelectorAll('figure style')).toHaveLength(0);
  expect(drawn.ownerDocument).toBe(document);
});

it('shows its figures as a table when asked', async () => {
  const { user, t } = renderInWindow(chart(COLUMNS));
  expect(screen.queryByRole('table')).toBeNull();
  const button = screen.getByRole('button', { name: t('charts.showTable') });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await user.click(button);
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual(['DayViewings', 'Monday3', 'Tuesday5']);
  expect(within(rows[1]!).getByRole('rowheader').textContent).toBe('Monday');
  await user.click(screen.getByRole('button', { name: t('charts.hideTable') }));
  expect(screen.queryByRole('table')).toBeNull();
});

const slice = (group: string, label: string, score: number, profiles: number, standardError: number | null): Slice => ({
  group,
  label,
  metrics: { score, recall: score, ndcg: score, profiles, standardError },
});

it.each(TRIED_LANGUAGES)('scores of groups name the best and the worst large enough group: %s', async (language) => {
  const run = {
    ...autoencoderRun(),
    slices: [
      slice('age', 'age 3', 0.5, 40, 0.01),
      slice('age', 'age 4', 0.2, 30, 0.02),
      slice('age', 'age 9', 0.9, 2, null),
      slice('titles', 'rare titles (all but the most popular 20 %)', 0.1, 60, 0.01),
    ],
  };
  const { user, t } = renderInWindow(<GroupScores run={run} />, { language });
  const drawn = await picture();
  const sentence = document.getElementById(drawn.getAttribute('aria-labelledby')!)!.textContent;
  const whole = run.metrics!.score.toFixed(4);
  expect(sentence).toBe(
    t('charts.groups.summaryOfLarge', {
      fewest: FEWEST_IN_GROUP,
      best: 'age: 3',
      bestScore: '0.5000',
      worst: 'age: 4',
      worstScore: '0.2000',
      all: whole,
    }),
  );
  // A dot for each group, and an interval for those that have one.
  expect(drawn.querySelectorAll('[aria-label="dot"] > circle')).toHaveLength(4);
  expect(drawn.querySelectorAll('[aria-label="link"] > path')).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: t('charts.showTable') }));
  const [, first, , last] = within(screen.getByRole('table')).getAllByRole('row');
  const range = t('charts.groups.range', { low: '0.4804', high: '0.5196' });
  expect(first!.textContent).toBe(`age: 3400.5000${range}`);
  expect(last!.textContent).toBe('age: 920.9000–');
});
