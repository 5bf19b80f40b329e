/** A run of an earlier recipe version says on its screen that it is read only, and with what it can still be computed. */
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useTrainForm } from '../stores/train-form';
import { EarlierNotice } from './EarlierNotice';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { autoencoderRun, earlierRun } from '../../../tests/support/window/records';
import { TRIED_LANGUAGES } from '../../../tests/support/tried';

beforeEach(() => useTrainForm.setState({ parent: null }));

it.each(TRIED_LANGUAGES)(
  'names the commit that still computes it, and leads to training its settings again (%s)',
  async (language) => {
    const run = earlierRun();
    const { t, user, place } = renderInWindow(<EarlierNotice run={run} />, { language });
    expect(screen.getByRole('status').textContent).toContain('11f52d0c');
    await user.click(screen.getByRole('button', { name: t('runs.trainAgain') }));
    expect(place()).toBe('/train');
    expect(useTrainForm.getState()).toMatchObject({
      parent: { runId: run.runId },
      fields: { model: 'dae', 'structure.width': run.recipe['structure.width'] },
    });
  },
);

it('says nothing of a run of the present version', () => {
  renderInWindow(<EarlierNotice run={autoencoderRun()} />);
  expect(screen.queryByRole('status')).toBeNull();
});
