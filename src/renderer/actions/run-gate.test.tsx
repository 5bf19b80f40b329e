/** What a screen of lists shows if the run has none. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RunGate } from './RunGate';
import { useSelection } from '../stores/selection';
import type { Run } from '../../shared/contract/run-life';
import { autoencoderRun, dataset } from '../../../tests/support/window/records';
import { renderInWindow } from '../../../tests/support/window/render-in-window';

const finished = autoencoderRun();
const withoutLists = { finishedAt: null, listsSha256: null, metrics: null };
const stopped: Run = { ...finished, ...withoutLists, status: 'stopped' };
/** A run while it is being resumed. */
const running: Run = { ...finished, ...withoutLists, status: 'running' };

function renderGate(run: Run) {
  useSelection.setState({ dataset: run.dataset.fingerprint, runId: run.runId });
  return renderInWindow(<RunGate>{({ runId }) => `lists of ${runId}`}</RunGate>, {
    answers: ({ runs, datasets }) => ({
      runs: { list: runs.list.handler(() => [run]) },
      datasets: { list: datasets.list.handler(() => [dataset()]) },
    }),
  });
}

it('shows the content for a finished run', async () => {
  renderGate(finished);
  expect(await screen.findByText(`lists of ${finished.runId}`)).toBeTruthy();
});

it('says that a run in training or resuming is still training', async () => {
  const { t } = renderGate(running);
  await screen.findByText(t('compare.trainingTitle'));
  expect(screen.queryByText(t('compare.unfinishedBody'))).toBeNull();
});

it("says that a stopped run's training did not finish", async () => {
  const { t } = renderGate(stopped);
  expect(await screen.findByText(t('compare.unfinishedBody'))).toBeTruthy();
});
