/** A run whose lists were changed after the training says so, and nothing of it is exported before the user decides. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { BroughtNotice } from './BroughtNotice';
import type { Run } from '../../../shared/contract/run-life';
import { say, textOf } from '../../../shared/words/sentence';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { autoencoderRun } from '../../../../tests/support/window/records';

const SAID = [say('follows.lists', { run: 'rrt9psbyug', changed: 407, lists: 603 })];
const aRun = (of: Run['brought']): Run => ({ ...autoencoderRun(), brought: of });
const brought = (changes: Partial<NonNullable<Run['brought']>> = {}): NonNullable<Run['brought']> => ({
  file: 'from-kim.shelfwise',
  cluster: null,
  openedAt: '2026-11-25T12:54:01.249Z',
  verified: false,
  problem: { message: textOf(SAID), said: SAID },
  accepted: false,
  ...changes,
});

it('says that the lists do not follow, from which file they came, and lets the user decide', async () => {
  const run = aRun(brought());
  const accepted: string[] = [];
  const { user, t } = renderInWindow(<BroughtNotice run={run} />, {
    answers: ({ runs }) => ({
      runs: {
        acceptLists: runs.acceptLists.handler(({ input }) => {
          accepted.push(input.runId);
          return { ...run, brought: brought({ accepted: true }) };
        }),
      },
    }),
  });
  const alert = await screen.findByRole('alert');
  for (const text of ['407', '603', 'from-kim.shelfwise', t('bundles.undecided')])
    expect(alert.textContent).toContain(text);
  await user.click(screen.getByRole('button', { name: t('bundles.accept') }));
  expect(accepted).toEqual([run.runId]);
});

it('tells a decision that was made, and asks no more', async () => {
  const { t } = renderInWindow(<BroughtNotice run={aRun(brought({ accepted: true }))} />);
  await screen.findByText(t('bundles.accepted'));
  expect(screen.queryByRole('button')).toBeNull();
});

it.each([
  [{ verified: true }, 'bundles.verifiedHere'],
  [{ verified: false }, 'bundles.notVerifiedHere'],
] as const)('says of an honest run whether it was verified here: %o', async (changes, text) => {
  const { t } = renderInWindow(<BroughtNotice run={aRun(brought({ problem: null, ...changes }))} />);
  const shown = await screen.findByText(new RegExp(t(text).slice(0, 12)));
  expect(shown.textContent).toContain('from-kim.shelfwise');
});
