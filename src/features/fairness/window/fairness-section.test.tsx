/** A model's page says whether lists follow an attribute: when it is asked, before chance is measured and after, and why it cannot be said. */
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';
import { useActivity } from '../../../renderer/stores/activity';
import type { PairedFigure } from '../../../shared/contract/paired';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Fairness } from '../contract/fairness';
import { FairnessSection } from './FairnessSection';

const RUN = autoencoderRun();
const over = (before: number, after: number): PairedFigure => {
  const mean = after - before;
  return { before, after, mean, low: mean - 0.01, high: mean + 0.01, profiles: 60, isCertain: Math.abs(mean) > 0.01 };
};
const LEFT: Fairness = {
  runId: RUN.runId,
  children: 60,
  asked: 60,
  reason: null,
  attributes: [
    {
      attribute: 'sex',
      children: 60,
      values: ['F', 'M'],
      notAsked: null,
      moved: over(0, 0.2),
      overChance: null,
      most: [{ profile: '77', figure: 0.4 }],
    },
    { attribute: 'age', children: 0, values: [], notAsked: 'few', moved: null, overChance: null, most: [] },
  ],
  shuffles: 0,
  left: { trainings: 4, seconds: { low: 29, high: 66 } },
  along: [
    { measure: 'age-marks', children: 60, figure: over(4, 5.5), most: [{ profile: '12', figure: 3 }] },
    { measure: 'paid', children: 0, figure: null, most: [] },
  ],
  rules: null,
};
const [SEX, AGE] = LEFT.attributes as [Fairness['attributes'][number], Fairness['attributes'][number]];
const MEASURED: Fairness = {
  ...LEFT,
  attributes: [{ ...SEX, overChance: over(0.05, 0.2) }, AGE],
  shuffles: 4,
  left: null,
};

beforeEach(() => useActivity.setState({ works: {} }));

function show(first: Fairness | ShelfwiseError, language: 'en' | 'ko' = 'en'): Rendered & { asked: object[] } {
  let told = first;
  const asked: object[] = [];
  const rendered = renderInWindow(<FairnessSection run={RUN} of={{ watched: { from: 2 } }} />, {
    language,
    answers: ({ runs }) => ({
      runs: {
        fairness: runs.fairness.handler(({ input }) => {
          asked.push(input);
          if (told instanceof ShelfwiseError) throw told;
          return told;
        }),
        measureFairness: runs.measureFairness.handler(async function* () {
          yield { phase: 'fairness', detail: '', done: 1, total: 4 };
          told = MEASURED;
          return MEASURED;
        }),
      },
    }),
  });
  return { ...rendered, asked };
}

it.each(TRIED_LANGUAGES)(
  'asks when it is pressed, tells what chance takes, and then what is beyond it (%s)',
  async (language) => {
    const { t, user, asked } = show(LEFT, language);
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: t('fairness.ask') }));
    await screen.findByText((text) => text.startsWith(t('fairness.left', { count: 4, span: '' }).slice(0, 12)));
    expect(asked).toEqual([{ runId: RUN.runId, filter: { watched: { from: 2 } } }]);
    expect(screen.getByRole('link', { name: '77' }).getAttribute('href')).toContain('/compare/77');
    const along = screen.getByRole('table', { name: t('fairness.along') });
    within(along).getByText(t('fairness.untold.paid'));
    within(along).getByText((text) => text.includes('+1.5'));
    expect(screen.queryByText((text) => text.includes(t('fairness.within')))).toBeNull();
    await user.click(screen.getByRole('button', { name: t('fairness.measure') }));
    await screen.findByText((text) => text.includes(t('fairness.basis', { count: 4 })));
    expect(screen.queryByRole('button', { name: t('fairness.measure') })).toBeNull();
    await user.click(screen.getByRole('button', { name: t('charts.showTable') }));
    const [figures] = screen.getAllByRole('table') as [HTMLElement];
    within(figures).getByText((text) => text.startsWith('+15.0'));
    within(figures).getByText(t('fairness.notAsked.few'));
  },
);

it('has a sentence and no figure for a few children, and none but along the lists for a model without attributes', async () => {
  const few = show(new ShelfwiseError('usage', say('fairness.few', { count: 3, least: 20 })));
  await few.user.click(screen.getByRole('button', { name: few.t('fairness.ask') }));
  await screen.findByText(few.t('fairness.few', { count: 3, least: 20 }));
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  few.unmount();
  const none = show({ ...LEFT, reason: 'not-read', attributes: [], left: null });
  await none.user.click(screen.getByRole('button', { name: none.t('fairness.ask') }));
  await screen.findByText(none.t('fairness.not-read'));
  screen.getByRole('table', { name: none.t('fairness.along') });
  expect(screen.queryByRole('figure')).toBeNull();
});
