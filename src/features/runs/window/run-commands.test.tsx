/** The report and the verifying of the shown run are found by name (Ctrl+K). */
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Palette } from '../../../renderer/shell/Palette';
import { palette } from '../../../renderer/shell/palette-store';
import { useSelection } from '../../../renderer/stores/selection';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const run = autoencoderRun();

it.each([
  ['en', 'report of', `/runs/${run.runId}/report`],
  ['ko', 'report of', `/runs/${run.runId}/report`],
  ['en', '검증…', `/runs/${run.runId}`],
] as const)('in %s: %s', async (language, typed, leadsTo) => {
  useSelection.setState({ dataset: run.dataset.fingerprint, runId: run.runId });
  const { user, place } = renderInWindow(<Palette onShortcuts={() => {}} />, {
    language,
    answers: ({ runs, datasets }) => ({
      runs: { list: runs.list.handler(() => [run]) },
      datasets: { list: datasets.list.handler(() => [{ ...dataset(), fingerprint: run.dataset.fingerprint }]) },
    }),
  });
  act(() => palette.open());
  await user.type(await screen.findByRole('textbox'), typed);
  await waitFor(() => expect(document.querySelector('[data-selected]')?.textContent).toContain(run.name));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(place()).toBe(leadsTo));
});
