/** What stands below the scores of the last run: its curves, or why it has none, once that is known. */
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LiveRun } from './LiveRun';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import type { Epoch } from '../../../shared/contract/run';

it('says that a model has no epochs only once they are read', async () => {
  let answer: (epochs: Epoch[]) => void = () => {};
  const read = new Promise<Epoch[]>((resolve) => {
    answer = resolve;
  });
  const { t } = renderInWindow(<LiveRun run={autoencoderRun()} />, {
    answers: (engine) => ({ runs: { epochs: engine.runs.epochs.handler(() => read) } }),
  });
  await screen.findByRole('status', { name: t('common.loading') });
  expect(screen.queryByText(t('train.noCurves'))).toBeNull();
  act(() => answer([]));
  await waitFor(() => screen.getByText(t('train.noCurves')));
});
