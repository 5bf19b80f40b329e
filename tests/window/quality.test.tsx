/** A run's list figures are the same on every screen; figures of other lists have another name. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ScoreTables } from '../../src/features/run-comparison/window/ScoreTables';
import { LeaderboardTable } from '../../src/features/leaderboard/window/LeaderboardSection';
import { Scores } from '../../src/features/quality/window/Scores';
import type { Run } from '../../src/shared/contract/run-life';
import { autoencoderRun } from '../support/window/records';
import { renderInWindow } from '../support/window/render-in-window';
import { TRIED_LANGUAGES } from '../support/tried';

const QUALITY = { coverage: 0.46996, novelty: 4.1251, watchedShare: 0.0004 };
const RUN: Run = { ...autoencoderRun(), quality: QUALITY };
const OTHER: Run = { ...RUN, runId: 'r123456789' };
const FIGURES = { coverage: '47.0%', novelty: '4.13', watchedShare: '0.0%' };
const NAMES = ['coverage', 'novelty', 'watchedShare'] as const;

it.each(TRIED_LANGUAGES)('is the same for a run and in a comparison: %s', async (language) => {
  const { t } = renderInWindow(
    <>
      <Scores run={RUN} />
      <ScoreTables comparison={{ runs: [RUN, OTHER], metrics: [], slices: [] } as never} />
    </>,
    { language, answers: ({ runs }) => ({ runs: { verdict: runs.verdict.handler(() => null) } }) },
  );
  for (const name of NAMES) {
    const label = t(`common.metrics.${name}`);
    const row = screen.getByRole('row', { name: (text) => text.startsWith(label) });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(Array.from({ length: 2 }, () => FIGURES[name]));
    const ofTheRun = screen.getAllByText(label).find((element) => !row.contains(element))!;
    expect(ofTheRun.nextElementSibling!.textContent!.trim()).toBe(FIGURES[name]);
  }
});

it.each(TRIED_LANGUAGES)('has another name for lists of hold-out profiles, and says why: %s', (language) => {
  const board = {
    dataset: { fingerprint: RUN.dataset.fingerprint, name: 'data' },
    split: 'time' as const,
    seeds: [1],
    testProfiles: 330,
    notPossible: [],
    rows: [
      {
        model: 'ease' as const,
        recall: 0.4,
        ndcg: 0.2,
        score: 0.3,
        deviation: null,
        seconds: 1,
        epochs: [],
        beside: [],
        toBest: null,
      },
    ].map((row) => ({ ...row, quality: QUALITY })),
  };
  const { t } = renderInWindow(<LeaderboardTable board={board} />, { language });
  const headers = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  for (const name of NAMES) expect(headers).not.toContain(t(`common.metrics.${name}`));
  expect(headers).toContain(t('common.metrics.testCoverage'));
  expect(screen.getByText(t('runs.leaderboardTested', { count: 330 }))).toBeTruthy();
  expect(screen.getByRole('cell', { name: FIGURES.coverage })).toBeTruthy();
});
