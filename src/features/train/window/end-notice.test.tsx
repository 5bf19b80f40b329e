/** A stopped run is resumed from its notice. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EndNotice } from './EndNotice';
import type { Run } from '../../../shared/contract/run-life';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { autoencoderRun } from '../../../../tests/support/window/records';

const STOPPED: Pick<Run, 'status' | 'reason'> = { status: 'stopped', reason: { code: 'user', message: 'Stopped.' } };

it('offers to resume a stopped run', () => {
  const { t } = renderInWindow(<EndNotice run={{ ...autoencoderRun(), ...STOPPED }} />);
  expect(screen.getByText(t('runs.resume'))).toBeTruthy();
});
