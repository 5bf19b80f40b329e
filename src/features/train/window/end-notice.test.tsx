/** A stopped run is resumed from its notice; one of an earlier recipe version is not. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EndNotice } from './EndNotice';
import type { Run } from '../../../shared/contract/run-life';
import { LAST_COMMIT } from '../../../shared/recipe/earlier';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { autoencoderRun, earlierRun } from '../../../../tests/support/window/records';

const STOPPED: Pick<Run, 'status' | 'reason'> = { status: 'stopped', reason: { code: 'user', message: 'Stopped.' } };

it('offers to resume a stopped run', () => {
  const { t } = renderInWindow(<EndNotice run={{ ...autoencoderRun(), ...STOPPED }} />);
  expect(screen.getByText(t('runs.resume'))).toBeTruthy();
});

it('offers and promises nothing that computes with a run of an earlier recipe version', () => {
  const { t } = renderInWindow(<EndNotice run={{ ...earlierRun(), ...STOPPED }} />);
  expect(screen.getByText(t('runs.readOnlyWhy', { commit: LAST_COMMIT }))).toBeTruthy();
  expect(screen.queryByText(t('train.stoppedBody'))).toBeNull();
  expect(screen.queryByText(t('runs.resume'))).toBeNull();
});
