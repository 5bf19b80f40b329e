/** A run of an earlier recipe version says on its screen that it is read only, and with what it can still be computed. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EarlierNotice } from './EarlierNotice';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { autoencoderRun, earlierRun } from '../../../../tests/support/window/records';

it.each(['en', 'ko'] as const)('is named, with the commit that still computes it (%s)', (language) => {
  renderInWindow(<EarlierNotice run={earlierRun()} />, { language });
  expect(screen.getByRole('status').textContent).toContain('11f52d0c');
});

it('says nothing of a run of the present version', () => {
  renderInWindow(<EarlierNotice run={autoencoderRun()} />);
  expect(screen.queryByRole('status')).toBeNull();
});
