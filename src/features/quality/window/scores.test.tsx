/** The scores of a run: its verdict too, unless its lists went with a forgotten profile. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ShelfwiseError } from '../../../shared/errors';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { Scores } from './Scores';

it.each([false, true])('asks for the verdict of a run with lists only: forgotten %s', async (isForgotten) => {
  const forgotten = {
    forgottenAt: '2026-11-25T15:00:00.000Z',
    dataset: null,
    withModel: false,
    message: 'A child was forgotten.',
    said: ['A child was forgotten.'],
  };
  const asked: string[] = [];
  const { t } = renderInWindow(<Scores run={{ ...autoencoderRun(), ...(isForgotten && { forgotten }) }} />, {
    answers: ({ runs }) => ({
      runs: {
        verdict: runs.verdict.handler(({ input }) => {
          asked.push(input.runId);
          throw new ShelfwiseError('not-found', 'It has no lists.');
        }),
      },
    }),
  });
  await screen.findByText(t('common.metrics.score'));
  await expect.poll(() => screen.queryAllByRole('alert').length).toBe(isForgotten ? 0 : 1);
  expect(asked.length > 0).toBe(!isForgotten);
});
