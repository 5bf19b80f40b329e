/** Chooses a command by its name (Ctrl+K), with a run shown. */
import { act, screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { Palette } from '../../../src/renderer/shell/Palette';
import { palette } from '../../../src/renderer/shell/palette-store';
import { useSelection } from '../../../src/renderer/stores/selection';
import type { Language } from '../../../src/renderer/stores/preferences';
import { autoencoderRun, dataset } from './records';
import { exported } from './refreshes';
import { type Rendered, renderInWindow } from './render-in-window';
import type { Texts } from '../../e2e/support/texts';

export const shownRun = autoencoderRun();

/** @param found what the first result says */
export async function chooseByName(language: Language, typed: string, found: (t: Texts) => string): Promise<Rendered> {
  const { dataset: of, runId } = shownRun;
  useSelection.setState({ dataset: of.fingerprint, runId });
  const rendered = renderInWindow(<Palette onShortcuts={() => {}} />, {
    language,
    answers: ({ runs, datasets, refresh }) => ({
      refresh: { list: refresh.list.handler(() => [exported]) },
      runs: { list: runs.list.handler(() => [shownRun]) },
      datasets: { list: datasets.list.handler(() => [{ ...dataset(), fingerprint: of.fingerprint }]) },
    }),
  });
  const { user, t } = rendered;
  act(() => palette.open());
  await user.type(await screen.findByRole('textbox'), typed);
  await waitFor(() => expect(document.querySelector('[data-selected]')?.textContent).toContain(found(t)));
  await user.keyboard('{Enter}');
  return rendered;
}
