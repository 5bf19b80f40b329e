/** Which run is shown where nobody has chosen one. */
import { cleanup, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useShownRun } from '../../src/renderer/shell/use-shown-run';
import { useActiveRun } from '../../src/renderer/stores/engine-data';
import { useSelection } from '../../src/renderer/stores/selection';
import type { Run } from '../../src/shared/contract';
import { autoencoderRun, popularityRun } from './support/records';
import { renderInWindow } from './support/render-in-window';

function Shown(): ReactNode {
  useShownRun();
  return `shown: ${useActiveRun()?.name ?? 'none'}`;
}

const renderShown = (list: Run[]) =>
  renderInWindow(<Shown />, {
    answers: ({ runs }) => ({ runs: { list: runs.list.handler(() => list) } }),
  });

it('is the first that has lists, and stays it when others finish later', async () => {
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
