/** The table of runs, in a window and on a phone. */
import { screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { RunsTable } from './RunsTable';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { autoencoderRun } from '../../../../tests/support/window/records';

const RUN = { ...autoencoderRun(), name: 'dae, kids, seed 7' };
const CRASHED = { ...RUN, runId: 'rcrashed', status: 'crashed' as const };

const shown = (all = [RUN, CRASHED]): Rendered =>
  renderInWindow(<RunsTable runs={all} picked={[]} onPick={() => undefined} />, {
    language: 'en',
    answers: ({ runs }) => ({
      runs: {
        list: runs.list.handler(() => all),
        found: runs.found.handler(({ input }) =>
          input.runIds.slice(0, 1).map((runId) => ({ runId, all: 390, listed: 176 })),
        ),
      },
    }),
  });

afterEach(() => vi.restoreAllMocks());

it('has a column for each of the facts in a window', async () => {
  const { t } = shown();
  const [head] = await screen.findAllByRole('row');
  for (const name of [t('common.metrics.score'), t('runs.status'), t('runs.data')])
    expect(within(head!).getByRole('columnheader', { name })).toBeTruthy();
});

it('says beside the score how many of 100 titles that were watched next were in the lists, where that was kept', async () => {
  const { t } = shown([RUN, { ...RUN, runId: 'rearlier' }]);
  const cell = await screen.findByText(t('runs.ofHundred', { listed: 45 }));
  expect(cell.getAttribute('title')).toBe(t('ofHundred.found', { listed: 45 }));
  expect(screen.getAllByText('–')).toHaveLength(1);
});

it('tells where a run comes out the same of those alone that need a GPU for it', () => {
  const recipe = { ...RUN.recipe, 'numeric.device': 'gpu' as const };
  const { t } = shown([RUN, { ...RUN, runId: 'rgpu', recipe }]);
  expect(screen.getAllByText(t('common.exactness.gpu'))).toHaveLength(1);
  expect(screen.queryByText(t('common.exactness.same'))).toBeNull();
});

it('says that scores of different data sets cannot be compared, where it shows such scores', () => {
  const { t, unmount } = shown();
  expect(screen.queryByText(t('runs.scoresApart'))).toBeNull();
  unmount();
  shown([RUN, { ...RUN, runId: 'rlater', dataset: { ...RUN.dataset, fingerprint: 'later' } }]);
  expect(screen.getByText(t('runs.scoresApart'))).toBeTruthy();
});

it('keeps to names and scores on a phone, and tells of what did not finish below the name', async () => {
  const before = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const found = before(query);
    return query === '(max-width: 640px)' ? Object.defineProperty(found, 'matches', { value: true }) : found;
  });
  const { t } = shown();
  const [head, finished, crashed] = await screen.findAllByRole('row');
  expect(within(head!).queryByRole('columnheader', { name: t('runs.status') })).toBeNull();
  expect(within(head!).getByRole('columnheader', { name: t('common.metrics.score') })).toBeTruthy();
  expect(within(finished!).queryByText(t('common.statuses.finished'))).toBeNull();
  expect(within(crashed!).getByText(t('common.statuses.crashed'))).toBeTruthy();
});

it('marks the run in use: after a refresh the one that it made, as the board of the week says', async () => {
  const chosen = { ...RUN, marks: { ...RUN.marks, chosenAt: '2026-04-20T04:00:00.000Z' } };
  const made = { ...RUN, runId: 'rmade', name: 'Made' };
  const all = [made, chosen];
  let begins = chosen.runId;
  const { t, stale } = renderInWindow(<RunsTable runs={all} picked={[]} onPick={() => undefined} />, {
    answers: ({ runs, refresh }) => ({
      runs: { list: runs.list.handler(() => all) },
      refresh: {
        base: refresh.base.handler(() => ({
          run: { runId: begins, name: 'Base' },
          why: 'chosen' as const,
          data: { fingerprint: RUN.dataset.fingerprint, name: RUN.dataset.name, pseudonyms: false },
          stops: [],
        })),
      },
    }),
  });
  const rowOf = async (name: string) => within((await screen.findByRole('link', { name })).closest('tr')!);
  const markOf = async (name: string, use: 'chosen' | 'refreshed' | 'before') =>
    (await rowOf(name)).findByText(t(`runs.inUse.${use}`));
  await markOf(chosen.name, 'chosen');
  expect((await rowOf(made.name)).queryByText(t('runs.inUse.refreshed'))).toBeNull();
  begins = made.runId;
  await stale();
  await markOf(made.name, 'refreshed');
  await markOf(chosen.name, 'before');
});
