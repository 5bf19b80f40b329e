/** Who is told that a run ended. */
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { RunWatchers } from './RunWatchers';
import { useRuns } from '../stores/engine-data';
import type { Run } from '../../shared/contract/run-life';
import { autoencoderRun } from '../../../tests/support/window/records';
import { renderInWindow } from '../../../tests/support/window/render-in-window';

const atWork = (name: string, more: Partial<Run> = {}): Run => ({
  ...autoencoderRun(),
  runId: name,
  name,
  status: 'running',
  ...more,
});

function Window(): ReactNode {
  return (
    <>
      <RunWatchers />
      {`${useRuns().data?.length} runs`}
    </>
  );
}

it('tells once of each run that was seen at work, though its watch never came to answer', async () => {
  const chance = atWork('chance', { marks: { ...autoencoderRun().marks, archived: true } });
  const done: Run = { ...autoencoderRun(), runId: 'done', name: 'done' };
  let runs = [atWork('first'), atWork('second'), chance, done];
  const told: string[] = [];
  const { stale, t } = renderInWindow(<Window />, {
    answers: ({ runs: of }) => ({
      runs: {
        list: of.list.handler(() => runs),
        watch: of.watch.handler(() => new Promise<never>(() => undefined)),
      },
    }),
    shell: ({ user }) => ({ user: { notify: user.notify.handler(({ input }) => void told.push(input.title)) } }),
  });
  await screen.findByText('4 runs');
  runs = [{ ...runs[0]!, status: 'stopped' }, runs[1]!, { ...chance, status: 'finished' }, done];
  await stale();
  await expect.poll(() => told.length).toBe(1);
  runs = [runs[0]!, { ...runs[1]!, status: 'finished' }, runs[2]!, done];
  await stale();
  await expect.poll(() => told.length).toBe(2);
  const ended = (name: string, status: 'stopped' | 'finished') =>
    t('runs.ended', { name, status: t(`common.statuses.${status}`) });
  expect(told).toEqual([ended('first', 'stopped'), ended('second', 'finished')]);
});
