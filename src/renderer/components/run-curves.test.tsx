/** The curves of a run: what their scores are of. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import type { Epoch } from '../../shared/contract/run';
import { RunCurves } from './RunCurves';
import { TRIED_LANGUAGES } from '../../../tests/support/tried';

const metrics = { recall: 0.5, ndcg: 0.4, score: 0.4766, profiles: 256, standardError: 0.02 };
const epoch = (number: number, scored: boolean): Epoch => ({
  stage: scored ? 'choose' : 'final',
  epoch: number,
  loss: 80 - number,
  validation: scored ? metrics : null,
  seconds: 1,
  weightsSha256: 'a',
});

it.each(TRIED_LANGUAGES)('say that the validation score is of the network alone: %s', (language) => {
  const { t } = renderInWindow(<RunCurves epochs={[epoch(1, true), epoch(2, true)]} />, { language });
  expect(screen.getAllByText((text) => text.includes(t('train.validation'))).length).toBeGreaterThan(0);
  expect(screen.getByText(t('train.validationHelp'))).toBeTruthy();
});

it('say nothing of it where no epoch was scored', () => {
  const { t } = renderInWindow(<RunCurves epochs={[epoch(1, false)]} />);
  expect(screen.queryByText(t('train.validationHelp'))).toBeNull();
});
