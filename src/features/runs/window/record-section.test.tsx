/** A run's record shows which companions have no share because the data was too large for them. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RecordSection } from './RecordSection';
import { say, textOf } from '../../../shared/words/sentence';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const WHY = say('model.ease-too-large', { profiles: 30_000, titles: 40_000, most: 20_000 });

it.each(TRIED_LANGUAGES)('says which companion has no share, and why: %s', async (language) => {
  const run = { ...autoencoderRun(), leftOut: [{ model: 'ease' as const, message: textOf([WHY]), said: [WHY] }] };
  renderInWindow(<RecordSection run={run} />, {
    language,
    answers: ({ runs }) => ({ runs: { list: runs.list.handler(() => [run]) } }),
  });
  expect(await screen.findByText(`EASE: ${textOf([WHY], language)}`)).toBeTruthy();
});
