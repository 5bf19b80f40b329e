/** Work that another window or program starts on a cluster while this window is open. */
import { useQueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { useEffect, type ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { useEngine } from '../../../renderer/connection/engine-context';
import { followWorkspace } from '../../../renderer/connection/follow-workspace';
import { useConnectionState } from '../../../renderer/connection/state';
import { ActivityStrip, useJobs } from '../../window';
import { useActivity } from '../../../renderer/stores/activity';
import { trainOn } from '../../../renderer/stores/clusters';
import type { Job, JobRequest } from '../../work-schemas';
import { ShelfwiseError } from '../../../shared/errors';
import { presetRecipe } from '../../../shared/recipe/presets';
import { dataset } from '../../../../tests/support/window/records';
import { type Rendered, renderInWindow } from '../../../../tests/support/window/render-in-window';

beforeEach(() => {
  useActivity.setState({ works: {} });
  useConnectionState.setState({ state: { kind: 'connected', times: 1 } });
});

function Window(): ReactNode {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  useEffect(() => followWorkspace(client, queries, cache), [client, queries, cache]);
  useJobs();
  return <ActivityStrip />;
}

const data = dataset().fingerprint;
const TRAIN = { data, recipe: presetRecipe('balanced'), seed: 1 };
const trainingOf = (name: string, at: string): Job => ({
  on: 'lab',
  name,
  work: { kind: 'unit', request: { kind: 'train', ...TRAIN } },
  job: `j${at.repeat(16)}`,
  startedAt: `2026-11-26T20:00:0${at}.000Z`,
  state: 'running',
});

/** A window on an engine whose workspace has this work, and reports changes. */
function renderOpen() {
  const followed: string[] = [];
  const ends = new Map<string, (error: ShelfwiseError) => void>();
  let all: Job[] = [];
  let looks = 0;
  let tell = (): void => undefined;
  const rendered: Rendered = renderInWindow(<Window />, {
    answers: ({ jobs, runs, workspace }) => ({
      runs: { list: runs.list.handler(() => []) },
      workspace: {
        watch: workspace.watch.handler(async function* () {
          for (;;) {
            await new Promise<void>((resolve) => (tell = resolve));
            yield { kind: 'plans' as const, id: 'jobs' };
          }
        }),
      },
      jobs: {
        list: jobs.list.handler(() => {
          looks += 1;
          return all;
        }),
        start: jobs.start.handler(({ input }: { input: JobRequest }) => {
          const begun = { ...trainingOf(input.name, '1'), ...input };
          set([begun]);
          return begun;
        }),
        follow: jobs.follow.handler(async function* ({ input: { job } }) {
          followed.push(job);
          yield { progress: null, sweep: null };
          throw await new Promise<ShelfwiseError>((resolve) => ends.set(job, resolve));
        }),
      },
    }),
  });
  /** Sets the running work from now on. */
  function set(now: Job[]): void {
    all = now;
    tell();
  }
  const ended = (job: Job): void => ends.get(job.job)!(new ShelfwiseError('stopped', 'Stopped.'));
  return { ...rendered, followed, ended, set, looks: () => looks };
}

it('appears by itself, and disappears when it is over', async () => {
  const { t, set, looks, ended, followed } = renderOpen();
  await screen.findByText(t('shell.idle'));
  await waitFor(() => expect(looks()).toBe(1));
  const theirs = trainingOf('theirs', '2');
  set([theirs]);
  await screen.findByText(t('shell.work.cluster', { name: 'theirs' }));
  ended(theirs);
  set([]);
  await screen.findByText(t('shell.idle'));
  expect(followed).toEqual([theirs.job]);
});

it('is shown without its own Stop if another program follows it', async () => {
  const { t, set, looks } = renderOpen();
  await waitFor(() => expect(looks()).toBe(1));
  set([{ ...trainingOf('theirs', '2'), state: 'elsewhere' }]);
  await screen.findByText(t('shell.work.cluster', { name: 'theirs' }));
  expect(screen.getByText(t('shell.elsewhere'))).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

it("waits for this window's work of the same place, and this window's own work is not followed twice", async () => {
  const { t, set, looks, ended, client, followed } = renderOpen();
  await waitFor(() => expect(looks()).toBe(1));
  void trainOn(client, 'lab', { ...TRAIN, name: 'ours' });
  await screen.findByText(t('shell.work.cluster', { name: 'ours' }));
  const [ours, theirs] = [trainingOf('ours', '1'), trainingOf('theirs', '2')];
  await waitFor(() => expect(followed).toEqual([ours.job]));
  const before = looks();
  set([ours, theirs]);
  await waitFor(() => expect(looks()).toBeGreaterThan(before));
  ended(ours);
  await screen.findByText(t('shell.work.cluster', { name: 'theirs' }));
  expect(followed).toEqual([ours.job, theirs.job]);
});
