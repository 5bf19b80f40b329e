/** The models beside the autoencoder: what was tried, what was taken, and what the autoencoder adds to them. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { OverCompanions, RunRecord } from '../../../shared/contract/run';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { MixtureSection } from './MixtureSection';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const CHOSEN = {
  trend: 0,
  shares: { als: 0.4, ease: 0.2 },
  chosen: {
    by: 'validation' as const,
    profiles: 943,
    alone: 0.2,
    tried: [
      { model: 'als' as const, trend: 0, shares: { als: 0.6 }, score: 0.23, taken: true },
      { model: 'ease' as const, trend: 0, shares: { ease: 0.2 }, score: 0.22, taken: true },
      { model: 'filter' as const, trend: 0, shares: { filter: 0.2 }, score: 0.19, taken: false },
    ],
    score: 0.25,
  },
};
const gain = (mean: number) => ({ profiles: 100, mean, low: mean - 0.01, high: mean + 0.01 });
const over = (mean: number): OverCompanions => ({
  ...gain(mean),
  groups: [
    { group: 'history', label: '1 to 4 watched titles', ...gain(mean + 0.05) },
    { group: 'history', label: '20 and more watched titles', ...gain(mean) },
  ],
});
const runWith = (fields: Partial<RunRecord>): RunRecord => ({ ...autoencoderRun(), ...fields });

it.each(TRIED_LANGUAGES)('lists each model that was tried with its gain and its share (%s)', (language) => {
  const { t } = renderInWindow(<MixtureSection run={runWith({ mixture: CHOSEN })} />, { language });
  const rows = screen.getAllByRole('row').slice(1);
  const cells = rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  );
  expect(cells).toEqual([
    [t('common.models.als'), '0.2300', '+0.0300', '40%'],
    [t('common.models.ease'), '0.2200', '+0.0200', '20%'],
    [t('common.models.filter'), '0.1900', '−0.0100', t('runs.mixture.notTaken')],
  ]);
  expect(screen.getByText(/943/).textContent).toContain('0.2500');
});

it('says when a model is taken, where one that gains is not', () => {
  const { t, unmount } = renderInWindow(<MixtureSection run={runWith({ mixture: CHOSEN })} />);
  expect(screen.queryByText(t('runs.mixture.taken'))).toBeNull();
  unmount();
  renderInWindow(<MixtureSection run={runWith({ mixture: { ...CHOSEN, shares: { als: 0.4 } } })} />);
  expect(screen.getByText(t('runs.mixture.taken'))).toBeTruthy();
});

it.each([
  [0.02, /adds \+0\.0200/],
  [0.001, /nothing beyond chance/],
  [-0.02, /without the autoencoder/],
])('says what the autoencoder adds to them: %d', async (mean, sentence) => {
  renderInWindow(<MixtureSection run={runWith({ mixture: CHOSEN, overCompanions: over(mean) })} />);
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(await screen.findByRole('img')).toBeTruthy();
});

it.each(['en', 'ko'] as const)('says that lists of few titles were judged too, where they were (%s)', (language) => {
  const shown = { ...CHOSEN, chosen: { ...CHOSEN.chosen, shown: [1, 3, 5] } };
  renderInWindow(<MixtureSection run={runWith({ mixture: shown })} />, { language });
  expect(screen.getByText(/943/).textContent).toContain('1, 3, 5');
});
