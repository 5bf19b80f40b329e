/** The best of a sweep says how it stands beside the run until now. */
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { activateRun } from '../../../renderer/stores/selection';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { useBesideUsed } from './use-beside-used';

const Beside = ({ best }: { best: string | null }): ReactNode => {
  const beside = useBesideUsed(best);
  return beside === null
    ? 'beside: nothing'
    : `beside: ${beside.score}; ${beside.difference}${beside.isWorse ? ', worse' : ''}`;
};

const run = autoencoderRun();
const used = { ...run, name: 'Weekly', marks: { ...run.marks, chosenAt: '2026-04-20T04:00:00.000Z' } };
const score = { runId: 'rbest', metric: 'score', mean: 0.004, low: -0.01, high: 0.02, profiles: 60 } as const;

it.each([
  ['where it may be chance', [{ ...score, isCertain: false }], '0.8553 (Weekly); about the same: +0.0040'],
  ['where it is certain', [{ ...score, isCertain: true }], '0.8553 (Weekly); surely better: +0.0040'],
  [
    'where it is certainly worse',
    [{ ...score, mean: -0.02, isCertain: true }],
    '0.8553 (Weekly); surely worse: −0.0200, worse',
  ],
  [
    'beside the run that is shown, where none is in use',
    [{ ...score, isCertain: false }],
    '0.8553 (Weekly); about the same: +0.0040',
    false,
  ],
  ['not at all where the two cannot be compared', [], 'nothing'],
] as const)('%s', async (_, metrics, said, isInUse: boolean = true) => {
  const before = isInUse ? used : { ...used, marks: run.marks };
  activateRun(before.runId, before.dataset.fingerprint);
  const asked: unknown[] = [];
  const compared = {
    runs: [used, { ...run, runId: 'rbest' }],
    comparable: metrics.length > 0 ? ('yes' as const) : ('other-data' as const),
    verdict: null,
    recipe: [],
    data: [],
    rules: [],
    environment: [],
    metrics: [...metrics],
    winners: [],
    slices: [],
    hits: [],
  };
  renderInWindow(<Beside best="rbest" />, {
    answers: ({ runs, refresh }) => ({
      runs: {
        list: runs.list.handler(() => [before]),
        compare: runs.compare.handler(({ input }) => {
          asked.push(input.runIds);
          return compared;
        }),
      },
      refresh: { base: refresh.base.handler(() => null) },
    }),
  });
  await expect.poll(() => asked).toEqual([[run.runId, 'rbest']]);
  await screen.findByText(`beside: ${said}`);
});
