/** The name of the run in the bar, which is cut in its middle, and shown in full to the pointer and the keyboard. */
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { autoencoderRun, dataset } from '../../../tests/support/window/records';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { createFormat } from '../../shared/words/format';
import { activateRun, closeDataset } from '../stores/selection';
import { TopBar } from './TopBar';

const open = dataset();
const run = { ...autoencoderRun(), name: 'Weekly' };
const before = { ...run, runId: 'rbefore', createdAt: '2026-10-01T05:00:00.000Z' };

beforeEach(() => activateRun(run.runId, open.fingerprint));

it.each(['en', 'ko'] as const)(
  'keeps the moment that tells a run apart, and shows the whole name: %s',
  async (language) => {
    const { user, t } = renderInWindow(<TopBar />, {
      language,
      answers: ({ runs, datasets }) => ({
        runs: { list: runs.list.handler(() => [run, before]) },
        datasets: { list: datasets.list.handler(() => [open]) },
      }),
    });
    const moment = createFormat(language).moment(run.createdAt);
    // Queries read every blank as a plain one.
    const end = await screen.findByText((text) => text.startsWith(moment.replaceAll(/\s/g, ' ')));
    const whole = t('common.trainedAt', { name: 'Weekly', moment });
    expect(end.parentElement!.textContent).toBe(whole);
    const picker = end.closest('button')!;
    while (document.activeElement !== picker) await user.tab();
    await waitFor(() => expect(screen.getByRole('tooltip').textContent).toBe(whole));
  },
);

it('tells no data set from one without a run', async () => {
  closeDataset();
  const { t } = renderInWindow(<TopBar />, {
    answers: ({ runs, datasets }) => ({
      runs: { list: runs.list.handler(() => [run]) },
      datasets: { list: datasets.list.handler(() => [open]) },
    }),
  });
  const picker = await screen.findByRole('link', { name: `${t('shell.run')} ${t('shell.noDataset')}` });
  expect(picker.getAttribute('href')).toBe('/train');
});
