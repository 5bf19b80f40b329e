/** The settings of the checks are found by name (Ctrl+K), from any screen. */
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Palette } from '../../../renderer/shell/Palette';
import { palette } from '../../../renderer/shell/palette-store';
import { useSelection } from '../../../renderer/stores/selection';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { useChecksBeingSet } from './checks-being-set';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const run = autoencoderRun();

it.each([
  ['en', 'set the checks'],
  ['ko', '점검 설정'],
] as const)('in %s: %s', async (language, typed) => {
  useSelection.setState({ dataset: run.dataset.fingerprint, runId: run.runId });
  const { user, place, t } = renderInWindow(<Palette onShortcuts={() => {}} />, {
    language,
    answers: ({ runs, datasets }) => ({
      runs: { list: runs.list.handler(() => [run]) },
      datasets: { list: datasets.list.handler(() => [{ ...dataset(), fingerprint: run.dataset.fingerprint }]) },
    }),
  });
  act(() => palette.open());
  await user.type(await screen.findByRole('textbox'), typed);
  await waitFor(() => expect(document.querySelector('[data-selected]')?.textContent).toContain(t('checks.settings')));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(place()).toBe('/review'));
  expect(useChecksBeingSet.getState().isSetting).toBe(true);
});
