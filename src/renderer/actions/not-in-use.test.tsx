/** Export says that the run it shows is not the one in use, and what can be done. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { autoencoderRun } from '../../../tests/support/window/records';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import type { Run } from '../../shared/contract/run-life';
import { useSelection } from '../stores/selection';
import { NotInUse } from './NotInUse';
import { UseRun } from './UseRun';

const chosen: Run = { ...autoencoderRun(), runId: 'rchosen', name: 'Chosen' };
chosen.marks = { ...chosen.marks, chosenAt: '2026-11-05T10:00:00.000Z' };
const other: Run = { ...autoencoderRun(), runId: 'rother', name: 'Other' };

function renderFor(part: 'line' | 'button', run: Run, inUse: Run = chosen) {
  const asked: unknown[] = [];
  useSelection.setState({ dataset: run.dataset.fingerprint, runId: run.runId });
  const rendered = renderInWindow(part === 'line' ? <NotInUse run={run} /> : <UseRun run={run} />, {
    answers: ({ runs, refresh }) => ({
      runs: {
        list: runs.list.handler(() => [chosen, other]),
        choose: runs.choose.handler(({ input }) => {
          asked.push(input);
          return run;
        }),
      },
      refresh: {
        base: refresh.base.handler(() => ({
          run: { runId: inUse.runId, name: inUse.name },
          why: inUse.runId === chosen.runId ? ('chosen' as const) : ('refreshed' as const),
          data: { fingerprint: 'd', name: 'd', pseudonyms: false },
          stops: [],
        })),
      },
    }),
  });
  return { ...rendered, asked };
}

it('names the run in use, shows it, or uses the one that is shown', async () => {
  const { user, t, asked } = renderFor('line', other);
  await screen.findByText(t('runs.notInUse', { name: 'Chosen' }));
  await user.click(screen.getByRole('button', { name: t('runs.use') }));
  await waitFor(() => expect(asked).toEqual([{ runId: 'rother', chosen: true }]));
  await user.click(screen.getByRole('button', { name: t('runs.showInUse') }));
  expect(useSelection.getState().runId).toBe('rchosen');
});

it('says nothing of the run in use', async () => {
  const { client, t } = renderFor('line', chosen);
  await client.refresh.base();
  expect(screen.queryByRole('button', { name: t('runs.showInUse') })).toBeNull();
});

it('a run that a refresh made from the chosen one is in use, and ends with that choice', async () => {
  const { user, t, asked } = renderFor('button', other, other);
  await user.click(await screen.findByRole('button', { name: t('runs.stopUsing') }));
  await waitFor(() => expect(asked).toEqual([{ runId: 'rchosen', chosen: false }]));
});
