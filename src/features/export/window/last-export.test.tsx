/** Export tells what was exported last, also where another run is shown. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LastExport } from './LastExport';
import { useSelection } from '../../../renderer/stores/selection';
import type { Run } from '../../../shared/contract/run-life';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const EXPORTED = autoencoderRun();
const SHOWN: Run = { ...EXPORTED, runId: 'rshown', name: 'Shown' };

const renderFor = (run: Run) =>
  renderInWindow(<LastExport run={run} />, {
    answers: ({ runs }) => ({
      runs: {
        list: runs.list.handler(() => [EXPORTED, SHOWN]),
        lastExport: runs.lastExport.handler(() => ({
          runId: EXPORTED.runId,
          record: {
            path: '/lists/last.csv',
            format: 'submission' as const,
            profiles: 2,
            sha256: 'aa'.repeat(32),
            exportedAt: '2026-11-05T10:00:00.000Z',
            file: 'changed' as const,
            checks: [],
          },
        })),
      },
    }),
  });

it('names the file, whether it is unchanged, and leads to the run that it is of', async () => {
  useSelection.setState({ dataset: SHOWN.dataset.fingerprint, runId: SHOWN.runId });
  const { user, t } = renderFor(SHOWN);
  await screen.findByText(/last\.csv/);
  expect(screen.getByText(/last\.csv/).textContent).toContain(t('exporting.lastFile.changed'));
  await user.click(screen.getByRole('button', { name: t('exporting.lastShow') }));
  expect(useSelection.getState().runId).toBe(EXPORTED.runId);
});

it('adds nothing where the exports of the run that is shown tell it', async () => {
  const { client, t } = renderFor(EXPORTED);
  await client.runs.lastExport();
  expect(screen.queryByText(t('exporting.last'))).toBeNull();
});
