/** The strip of what is at work: one bar for a refresh, with the run that it trains. */
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { ActivityStrip } from '../../window';
import { useActivity, workKey } from '../../../renderer/stores/activity';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const BEGUN = Date.parse('2026-11-26T20:00:00.000Z');
const running = (name: string, parent: string | null, createdAt: string) => ({
  ...autoencoderRun(),
  runId: `r${name}`,
  name,
  parent,
  createdAt,
  status: 'running' as const,
});
const STEP = running('step', 'rbase', '2026-11-26T20:00:05.000Z');
const BEFORE = running('before', 'rbase', '2026-11-26T19:59:00.000Z');
const OTHER = running('other', null, '2026-11-26T20:00:05.000Z');

beforeEach(() => {
  const progress = { phase: 'train', detail: '', done: 1, total: 2 };
  useActivity.setState({
    works: {
      [workKey('refresh', 'rbase')]: {
        kind: 'refresh',
        subject: 'rbase',
        name: 'week 2',
        startedAt: BEGUN,
        progress,
        state: { kind: 'running', stopping: false },
        stop: () => undefined,
      },
    },
  });
});

it('leaves out the run that a refresh trains, and no other', async () => {
  const all = [STEP, BEFORE, OTHER];
  const { t } = renderInWindow(<ActivityStrip />, {
    language: 'en',
    answers: ({ runs, jobs }) => ({
      runs: { list: runs.list.handler(() => all) },
      jobs: { list: jobs.list.handler(() => []) },
    }),
  });
  await screen.findByText(t('shell.work.train', { name: 'other' }));
  screen.getByText(t('shell.work.train', { name: 'before' }));
  screen.getByText(t('shell.work.refresh', { name: 'week 2' }));
  expect(screen.queryByText(t('shell.work.train', { name: 'step' }))).toBeNull();
});
