/** A model's page says what the attributes are worth: before it is measured, while it is, and after. */
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import { useActivity } from '../../../renderer/stores/activity';
import type { PairedFigure } from '../../../shared/contract/paired';
import type { Condition } from '../contract/condition';
import { ConditionLines } from './ConditionLines';
import { ConditionSection } from './ConditionSection';

const RUN = autoencoderRun();
const over = (before: number, after: number): PairedFigure => {
  const mean = after - before;
  return { before, after, mean, low: mean - 0.01, high: mean + 0.01, profiles: 60, isCertain: Math.abs(mean) > 0.01 };
};
const WHOSE = { runId: RUN.runId, name: RUN.name };
const MEASURED: Condition = {
  ...WHOSE,
  reason: null,
  left: null,
  measured: {
    profiles: 60,
    trainings: 15,
    measuredAt: '2026-12-03T00:00:00.000Z',
    rows: [
      { known: 0, with: 0.3473, without: over(0.1668, 0.3473), shuffled: over(0.1541, 0.3473) },
      { known: null, with: 0.4391, without: over(0.4509, 0.4391), shuffled: over(0.4441, 0.4391) },
    ],
    worth: { verdict: 'better', titles: { is: 'about', count: 3 }, hurts: [null] },
  },
};
const LEFT: Condition = {
  ...WHOSE,
  reason: null,
  measured: null,
  left: { trainings: 9, seconds: { low: 29, high: 66 } },
};

beforeEach(() => useActivity.setState({ works: {} }));

function show(first: Condition, language: 'en' | 'ko' = 'en'): Rendered {
  let told = first;
  return renderInWindow(<ConditionSection run={RUN} />, {
    language,
    answers: ({ runs }) => ({
      runs: {
        condition: runs.condition.handler(() => told),
        measureCondition: runs.measureCondition.handler(async function* () {
          yield { phase: 'condition', detail: '', done: 1, total: 9 };
          told = MEASURED;
          return told;
        }),
      },
    }),
  });
}

it.each(TRIED_LANGUAGES)('tells what measuring takes, and then what it found (%s)', async (language) => {
  const { t, user } = show(LEFT, language);
  await screen.findByText((text) => text.startsWith(t('condition.left', { count: 9, span: '' }).slice(0, 12)));
  await user.click(screen.getByRole('button', { name: t('condition.measure') }));
  await screen.findByText(t('condition.worth.about', { count: 3 }));
  expect(screen.queryByRole('button', { name: t('condition.measure') })).toBeNull();
  screen.getByText(t('condition.hurts', { known: t('condition.whole') }));
  const [scores, intervals] = screen.getAllByRole('table') as [HTMLElement, HTMLElement];
  const cellsOf = (table: HTMLElement): (string | null)[][] =>
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(cellsOf(scores)).toEqual([
    [t('common.titles', { count: 0 }), '0.3473', '0.1668', '0.1541'],
    [t('condition.whole'), '0.4391', '0.4509', '0.4441'],
  ]);
  const [none, whole] = cellsOf(intervals) as [string[], string[]];
  expect(none[1]).toContain(t('paired.better'));
  expect(whole[1]).toContain(t('paired.worse'));
  expect(whole[2]).toContain(t('paired.same'));
  // Intervals are for the few: behind one word.
  expect(intervals.closest('details')!.open).toBe(false);
});

it('has a sentence and no figure where there is nothing to measure', async () => {
  const { t } = show({ ...WHOSE, reason: 'no-attributes', measured: null, left: null });
  await screen.findByText(t('condition.none.no-attributes'));
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

it.each(TRIED_LANGUAGES)(
  'stands beside all models of the data, with a way to each that was measured (%s)',
  async (language) => {
    const asked: string[] = [];
    const { t } = renderInWindow(<ConditionLines data="f00d" isInset />, {
      language,
      answers: ({ runs }) => ({
        runs: {
          conditions: runs.conditions.handler(({ input }) => {
            asked.push(input.data);
            return [MEASURED];
          }),
        },
      }),
    });
    await screen.findByText((text) => text.includes(t('condition.worth.about', { count: 3 })));
    expect(screen.getByRole('link').getAttribute('href')).toContain(`/runs/${RUN.runId}`);
    expect(asked).toEqual(['f00d']);
  },
);
