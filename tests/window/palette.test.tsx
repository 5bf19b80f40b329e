// @vitest-environment happy-dom
/** Choosing a run in the palette opens its page, and shows its lists where it has any. */
import { spotlight } from '@mantine/spotlight';
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { Palette } from '../../src/renderer/shell/Palette';
import { useSelection } from '../../src/renderer/stores/selection';
import type { Run, RunForgotten } from '../../src/shared/contract';
import { autoencoderRun } from './support/records';
import { renderInWindow } from './support/render-in-window';

const FORGOTTEN: RunForgotten = {
  forgottenAt: '2026-11-25T15:00:00.000Z',
  dataset: null,
  withModel: false,
  message: 'A profile was forgotten.',
  said: ['A profile was forgotten.'],
};

beforeEach(() => useSelection.setState(useSelection.getInitialState()));

async function choose(run: Run): Promise<string> {
  const { user, place } = renderInWindow(<Palette onShortcuts={() => {}} />, {
    answers: ({ runs, datasets }) => ({
      runs: { list: runs.list.handler(() => [run]) },
      datasets: { list: datasets.list.handler(() => []) },
    }),
  });
  act(() => spotlight.open());
  await user.click(await screen.findByRole('button', { name: (name) => name.startsWith(run.name) }));
  return place();
}

it('opens the page of a run and shows its lists', async () => {
  const run = autoencoderRun();
  expect(await choose(run)).toBe(`/runs/${run.runId}`);
  expect(useSelection.getState()).toMatchObject({ runId: run.runId, dataset: run.dataset.fingerprint });
});

it.each<[string, Partial<Run>]>([
  ['that has none', { listsSha256: null }],
  ['that is trained further', { status: 'running' }],
  ['of which a profile was forgotten', { forgotten: FORGOTTEN }],
])('opens the page of a run %s, and leaves what is shown', async (_, differs) => {
  const run = { ...autoencoderRun(), ...differs };
  expect(await choose(run)).toBe(`/runs/${run.runId}`);
  expect(useSelection.getState()).toMatchObject({ runId: null, dataset: null });
});
