/** Which run is shown by default. */
import { act, cleanup, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useOpenedData, useReplacedData, useShownRun } from './use-shown-run';
import { useMissing } from './use-missing';
import { useActiveRun } from '../stores/engine-data';
import { setLanguage } from '../stores/preferences';
import { activateRun, openDataset, useSelection } from '../stores/selection';
import type { Run } from '../../shared/contract/run-life';
import { autoencoderRun, dataset, popularityRun } from '../../../tests/support/window/records';
import { base } from '../../../tests/support/window/refreshes';
import { renderInWindow } from '../../../tests/support/window/render-in-window';

function Shown(): ReactNode {
  useShownRun();
  return `shown: ${useActiveRun()?.name ?? 'none'}`;
}

const renderShown = (list: Run[]) =>
  renderInWindow(<Shown />, {
    answers: ({ runs }) => ({ runs: { list: runs.list.handler(() => list) } }),
  });

it('is the first that has lists, and stays so when others finish later', async () => {
  const first = { ...autoencoderRun(), name: 'first' };
  const later = { ...popularityRun(), name: 'later' };
  useSelection.setState({ dataset: first.dataset.fingerprint, runId: null });
  renderShown([first]);
  await screen.findByText('shown: first');
  expect(useSelection.getState()).toMatchObject({ runId: first.runId });
  cleanup();
  renderShown([later, first]);
  expect(await screen.findByText('shown: first')).toBeTruthy();
});

it('is the one in use, although another is newer', async () => {
  const used = { ...autoencoderRun(), name: 'used' };
  used.marks = { ...used.marks, chosenAt: '2026-04-20T04:00:00.000Z' };
  useSelection.setState({ dataset: used.dataset.fingerprint, runId: null });
  renderShown([{ ...popularityRun(), name: 'newer' }, used]);
  expect(await screen.findByText('shown: used')).toBeTruthy();
});

it('is the one approved or exported last where a data set is opened again, although another is newer', async () => {
  const [newer, used] = [
    { ...popularityRun(), name: 'newer' },
    { ...autoencoderRun(), name: 'used' },
  ];
  const [sooner] = [{ ...newer, runId: 'sooner', name: 'sooner', usedAt: '2026-04-19T04:00:00.000Z' }];
  const { fingerprint } = used.dataset;
  activateRun(newer.runId, fingerprint);
  openDataset('of others');
  openDataset(fingerprint);
  renderShown([newer, sooner, { ...used, usedAt: '2026-04-20T04:00:00.000Z' }]);
  expect(await screen.findByText('shown: used')).toBeTruthy();
});

it("a trial is named by what it tries in the window's language; other runs by their name", async () => {
  const trial = { ...autoencoderRun(), name: 'optimiser.rate=0.001, stopping.refit=false' };
  useSelection.setState({ dataset: trial.dataset.fingerprint, runId: null });
  renderShown([trial]);
  await screen.findByText('shown: Learning rate 0.001, Fit again on all data Off');
  await act(() => setLanguage('ko'));
  expect((await screen.findByText(/shown: .*0\.001.*끔/)).textContent).not.toContain('optimiser');
});

const AFTER = 'a'.repeat(64);

function Waits(): ReactNode {
  useReplacedData();
  return `waits: ${useMissing('profiles') ?? 'nothing'}`;
}

it.each([
  ['follows the data that took the place of the open one when a profile was forgotten elsewhere', AFTER, 'nothing'],
  ['says that data is needed once the open one is gone', null, 'data'],
] as const)('%s', async (_, replaced, waits) => {
  const run = autoencoderRun();
  const forgotten = {
    forgottenAt: '2026-11-25T15:00:00.000Z',
    dataset: replaced,
    withModel: false,
    message: '',
    said: [''],
  };
  useSelection.setState({ dataset: run.dataset.fingerprint, runId: run.runId });
  const { t } = renderInWindow(<Waits />, {
    answers: ({ runs, datasets }) => ({
      runs: { list: runs.list.handler(() => [{ ...run, listsSha256: null, forgotten }]) },
      datasets: { list: datasets.list.handler(() => [{ ...dataset(), fingerprint: AFTER }]) },
    }),
  });
  await screen.findByText(`waits: ${waits === 'data' ? t('shell.waits.data') : waits}`);
  await expect.poll(() => useSelection.getState().dataset).toBe(replaced ?? run.dataset.fingerprint);
});

function Opened(): ReactNode {
  useOpenedData();
  return useSelection((state) => state.dataset) ?? 'nothing';
}

it('is of the data set in use where an address was opened in a new window', async () => {
  const others = { ...dataset(), fingerprint: AFTER };
  useSelection.setState({ dataset: null, runId: null });
  renderInWindow(<Opened />, {
    answers: ({ datasets, refresh }) => ({
      datasets: { list: datasets.list.handler(() => [dataset(), others]) },
      refresh: { base: refresh.base.handler(() => ({ ...base, data: { ...base.data, fingerprint: AFTER } })) },
    }),
  });
  expect(await screen.findByText(AFTER)).toBeTruthy();
});
