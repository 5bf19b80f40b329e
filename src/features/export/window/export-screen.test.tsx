/** The export of a run whose lists do not follow from its model: no file, and no preview of one, before the user decides. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ExportScreen } from './ExportScreen';
import type { Run } from '../../../shared/contract/run-life';
import { say, textOf } from '../../../shared/words/sentence';
import { useSelection } from '../../../renderer/stores/selection';
import { autoencoderRun, dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const RUN = autoencoderRun();
const FIRST = { profile: '43', titles: [{ item: '7', title: 'Moon Boat 2화' }] };
const SAID = [say('follows.lists', { run: RUN.runId, changed: 407, lists: 603 })];

it.each([
  [false, 0],
  [true, 1],
])('shows a preview of the file where the lists were accepted: %s', async (accepted, previews) => {
  const run: Run = {
    ...RUN,
    brought: {
      file: 'from-kim.shelfwise',
      cluster: null,
      openedAt: '2026-11-25T12:54:01.249Z',
      verified: false,
      problem: { message: textOf(SAID), said: SAID },
      accepted,
    },
  };
  useSelection.setState({ dataset: run.dataset.fingerprint, runId: run.runId });
  let asked = 0;
  const { t } = renderInWindow(<ExportScreen />, {
    answers: ({ runs, datasets, rules, tuning, segments, review }) => ({
      runs: {
        list: runs.list.handler(() => [run]),
        exports: runs.exports.handler(() => []),
        previewExport: runs.previewExport.handler(() => {
          asked++;
          return { lines: ['profile_id,album_id'], profiles: 602, first: FIRST, newTitles: [] };
        }),
      },
      datasets: { list: datasets.list.handler(() => [dataset()]) },
      rules: { counting: rules.counting.handler(() => null) },
      tuning: { list: tuning.list.handler(() => []) },
      segments: { list: segments.list.handler(() => []) },
      review: {
        approvals: review.approvals.handler(() => ({ current: null, standing: null, all: [], rulesSha256: null })),
      },
    }),
  });
  await screen.findByRole('alert');
  await waitFor(() => expect(screen.queryAllByText('profile_id,album_id')).toHaveLength(previews));
  expect(asked).toBe(previews);
  // The lines of the file hold IDs: the first list is shown by its covers.
  expect(screen.queryAllByTitle('Moon Boat 2화')).toHaveLength(previews);
  expect(screen.queryAllByText(t('exporting.firstList', { profile: '43' }))).toHaveLength(previews);
  expect(screen.queryAllByText(t('exporting.holds', { profiles: 602, length: 25 }))).toHaveLength(previews);
  expect(screen.queryAllByRole('heading', { name: t('exporting.preview') })).toHaveLength(previews);
});
