/** Models of an earlier recipe version, below all others. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EarlierRuns } from './EarlierRuns';
import type { EarlierRun } from '../../../shared/contract/run';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const RUN: EarlierRun = {
  runId: 'rearlier22',
  name: 'spring lists',
  createdAt: '2026-11-26T00:00:27.169Z',
  dataset: { fingerprint: 'a'.repeat(64), name: 'kids' },
  version: 3,
  approval: { by: 'Minji', at: '2026-11-27T09:00:00.000Z' },
  exports: [{ path: '/srv/lists.csv', exportedAt: '2026-11-27T09:30:00.000Z' }],
};

const shown = (runs: EarlierRun[], removed: string[] = [], language: 'en' | 'ko' = 'en') =>
  renderInWindow(<EarlierRuns onRemove={(runId) => removed.push(runId)} />, {
    language,
    answers: (engine) => ({ runs: { earlier: engine.runs.earlier.handler(() => runs) } }),
  });

it.each(TRIED_LANGUAGES)(
  'are named with who approved their lists and what was exported, and can be deleted: %s',
  async (language) => {
    const removed: string[] = [];
    const { t, user } = shown([RUN], removed, language);
    const section = (await screen.findByText('spring lists')).closest('section')!;
    within(section).getByRole('heading', { name: t('runs.earlier.title') });
    within(section).getByText(/rearlier22 · kids/);
    within(section).getByText(/Minji/);
    within(section).getByText(/\/srv\/lists\.csv/);
    await user.click(within(section).getByRole('button', { name: t('runs.remove') }));
    const question = (await screen.findByText(t('runs.removeQuestion'))).parentElement!;
    expect(removed).toEqual([]);
    await user.click(within(question).getByRole('button', { name: t('runs.remove') }));
    expect(removed).toEqual(['rearlier22']);
  },
);

it('leaves the section out of a workspace that has no such run', async () => {
  const { t } = shown([]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByText(t('runs.earlier.title'))).toBeNull();
});
