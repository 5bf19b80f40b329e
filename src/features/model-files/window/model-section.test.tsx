/** The model of a run as files: shows what was written, or why a run is refused. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ModelSection } from './ModelSection';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Run } from '../../../shared/contract/run-life';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const run = autoencoderRun();
const OUT = '/home/ana/model';

function renderSection(
  answer: () => string | null,
  refusal: ShelfwiseError | null = null,
  language: 'en' | 'ko' = 'en',
  of: Run = run,
) {
  const asked: string[] = [];
  const rendered = renderInWindow(<ModelSection run={of} />, {
    language,
    answers: ({ runs }) => ({
      runs: {
        saveModel: runs.saveModel.handler(({ input }) => {
          asked.push(input.out);
          if (refusal !== null) throw refusal;
          const files = [{ name: 'model.onnx', sha256: 'ab'.repeat(32) }];
          return { runId: input.runId, path: input.out, parts: ['dae', 'peers', 'als', 'trend-part'], files };
        }),
      },
    }),
    shell: ({ user }) => ({ user: { pickSaveFile: user.pickSaveFile.handler(answer) } }),
  });
  return { ...rendered, asked };
}

it.each(TRIED_LANGUAGES)('shows its contents, what is missing, and where it is, in %s', async (language) => {
  const { user, t, asked } = renderSection(() => OUT, null, language);
  screen.getByText(t('runs.modelFiles.notIn'));
  await user.click(screen.getByRole('button', { name: t('runs.modelFiles.save') }));
  const told = await screen.findByRole('status');
  within(told).getByText(OUT);
  within(told).getByText('model.onnx');
  within(told).getByText(t('common.models.dae'));
  within(told).getByText(t('runs.modelFiles.parts.peers'));
  within(told).getByText(t('runs.modelFiles.parts.companion', { model: t('common.models.als') }));
  within(told).getByText(t('runs.modelFiles.parts.trend-part'));
  expect(asked).toEqual([OUT]);
});

it('says why a run is refused, and writes nothing if no folder is picked', async () => {
  let chosen: string | null = null;
  const { user, t, asked } = renderSection(() => chosen, new ShelfwiseError('usage', say('onnx.holds-histories')));
  const button = screen.getByRole('button', { name: t('runs.modelFiles.save') });
  await user.click(button);
  expect([asked, screen.queryByRole('alert')]).toEqual([[], null]);
  chosen = OUT;
  await user.click(button);
  const alert = await screen.findByRole('alert');
  within(alert).getByText(t('runs.modelFiles.failed'));
  within(alert).getByText(/linear filter/);
  expect(screen.queryByRole('status')).toBeNull();
});
