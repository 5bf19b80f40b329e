/** After a refresh whose run is in use now, the window shows that run, unless it showed another one than the refresh began with. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useSelection } from '../../../renderer/stores/selection';
import type { Run } from '../../../shared/contract/run-life';
import { base, exported, open, run } from '../../../../tests/support/window/refreshes';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { EndedRefresh } from './EndedRefresh';

const chosen: Run = { ...run, marks: { ...run.marks, chosenAt: '2026-04-20T04:00:00.000Z' } };
const grown = 'a'.repeat(64);
const made: Run = { ...run, runId: exported.run!.runId, dataset: { ...run.dataset, fingerprint: grown } };

it.each([
  ['the run that it began with', run.runId],
  ['another run', 'rother'],
] as const)('that showed %s', async (_, shown) => {
  useSelection.setState({ dataset: open.fingerprint, runId: shown });
  const refresh = { ...exported, refreshId: `f-${shown}` };
  const { user, t } = renderInWindow(<EndedRefresh refresh={refresh} choice={{}} onWrite={() => undefined} />, {
    answers: ({ runs, refresh: calls }) => ({
      runs: { list: runs.list.handler(() => [made, chosen]) },
      refresh: {
        base: calls.base.handler(() => ({ ...base, why: 'refreshed', run: { runId: made.runId, name: made.name } })),
      },
    }),
  });
  if (shown !== run.runId) {
    await screen.findByText(t('refresh.inUseNow'));
    expect(useSelection.getState().runId).toBe(shown);
    await user.click(screen.getByRole('button', { name: t('runs.activate') }));
  }
  await screen.findByText(t('refresh.inUseShown'));
  expect(useSelection.getState()).toMatchObject({ runId: made.runId, dataset: grown });
  expect(screen.queryByRole('button', { name: t('runs.activate') })).toBeNull();
});
