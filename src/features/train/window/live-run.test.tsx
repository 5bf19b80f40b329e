/** What stands beside the scores of the last run: whether they are good, and its curves, or why it has none, once that is known. */
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LiveRun } from './LiveRun';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import type { Epoch } from '../../../shared/contract/run';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

it('says that a model has no epochs only once they are read', async () => {
  let answer: (epochs: Epoch[]) => void = () => {};
  const read = new Promise<Epoch[]>((resolve) => {
    answer = resolve;
  });
  const { t } = renderInWindow(<LiveRun run={autoencoderRun()} />, {
    answers: (engine) => ({
      runs: { epochs: engine.runs.epochs.handler(() => read), verdict: engine.runs.verdict.handler(() => null) },
    }),
  });
  await screen.findByRole('status', { name: t('common.loading') });
  expect(screen.queryByText(t('train.noCurves'))).toBeNull();
  act(() => answer([]));
  await waitFor(() => screen.getByText(t('train.noCurves')));
});

it.each(TRIED_LANGUAGES)('says whether its score is good, as the page of the run does (%s)', async (language) => {
  const run = autoencoderRun();
  const { t } = renderInWindow(<LiveRun run={run} />, {
    language,
    answers: ({ runs }) => ({
      runs: {
        epochs: runs.epochs.handler(() => []),
        verdict: runs.verdict.handler(() => ({
          runId: run.runId,
          popular: { score: 0.1242, ratio: { ratio: 3.347, low: 2.94, high: 3.96 } },
          rival: null,
        })),
      },
    }),
  });
  expect(await screen.findByText(t('runs.good.popularBetter', { times: '3.3', low: '2.9', high: '4.0' }))).toBeTruthy();
  expect(screen.getByRole('button', { name: t('train.seeRun') })).toBeTruthy();
});
