/** Which run is shown by default. */
import { act, cleanup, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useShownRun } from './use-shown-run';
import { useActiveRun } from '../stores/engine-data';
import { setLanguage } from '../stores/preferences';
import { useSelection } from '../stores/selection';
import type { Run } from '../../shared/contract/run-life';
import { autoencoderRun, popularityRun } from '../../../tests/support/window/records';
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

it("a trial is named by what it tries in the window's language; other runs by their name", async () => {
  const trial = { ...autoencoderRun(), name: 'optimiser.rate=0.001, stopping.refit=false' };
  useSelection.setState({ dataset: trial.dataset.fingerprint, runId: null });
  renderShown([trial]);
  await screen.findByText('shown: Learning rate 0.001, Fit again on all data Off');
  await act(() => setLanguage('ko'));
  expect((await screen.findByText(/shown: .*0\.001.*끔/)).textContent).not.toContain('optimiser');
});
