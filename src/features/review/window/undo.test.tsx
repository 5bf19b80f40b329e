/** A decision about a list is undone by the notice or its key: to what it was, about the same list. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ListPanel } from './ListPanel';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import type { Decision } from '../contract/checks';
import type { ReviewRow } from '../contract/queue';
import { NO_RULES_COUNT } from '../../../../tests/support/window/no-rules-count';
import { reviewPage, reviewRow } from '../../../../tests/support/window/review-row';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

/** @param runId of this test: the window remembers its decisions */
function renderPanel(runId: string) {
  const asked: object[] = [];
  // A decision about the list of an earlier run.
  let decision: Decision = { decision: 'fine', owner: 'Kim', runId: 'earlier', revision: 4, changedAt: null };
  const row = (): ReviewRow => reviewRow({ profile: '7', decision });
  const page = () => reviewPage([row()]);
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <ListPanel
        runId={runId}
        data="d"
        rules={NO_RULES_COUNT}
        row={row()}
        place="/compare/7"
        queue={{ runId }}
        onNext={() => undefined}
        onClose={() => undefined}
      />
    </>,
    {
      answers: ({ review, lists }) => ({
        lists: {
          show: lists.show.handler(() => {
            throw new Error('The list is not what this is about.');
          }),
        },
        review: {
          queue: review.queue.handler(page),
          decide: review.decide.handler(
            ({ input: { about = runId, revision, decision: made = decision.decision, owner } }) => {
              asked.push({ about, decision: made, owner, revision });
              decision = {
                ...decision,
                decision: made,
                owner: owner ?? decision.owner,
                runId: about,
                revision: revision + 1,
              };
              return decision;
            },
          ),
        },
      }),
    },
  );
  return { ...rendered, asked };
}

it('by its key, but not while typing a name', { tags: ['thorough'] }, async () => {
  const { t, user, asked } = renderPanel('run by key');
  await user.click(await screen.findByRole('button', { name: t('checks.decisions.rule') }));
  await screen.findByText(t('checks.decided', { profile: '7', decision: t('checks.decisions.rule') }));
  await user.type(screen.getByLabelText(t('checks.owner')), 'L{Backspace}');
  await user.keyboard('{Control>}z{/Control}');
  expect(asked).toMatchObject([{ about: 'run by key', decision: 'rule', revision: 4 }]);
  screen.getByRole('button', { name: t('checks.decisions.rule') }).focus();
  await user.keyboard('{Control>}z{/Control}');
  await expect.poll(() => asked.slice(1)).toMatchObject([{ about: 'earlier', decision: 'fine', revision: 5 }]);
  // The notice says whose decision it was: another list may be open by now.
  const what = t('checks.decided', { profile: '7', decision: t('checks.decisions.rule') });
  await screen.findByText(t('checks.undone', { what }));
  await expect.poll(() => screen.queryByText(t('versions.undo'))).toBeNull();
  // The key has nothing left to undo.
  await user.keyboard('{Control>}z{/Control}');
  expect(asked.length).toBe(2);
});

it('by the notice: the owner is restored', { tags: ['thorough'] }, async () => {
  const { t, user, asked } = renderPanel('run by notice');
  const field = await screen.findByLabelText(t('checks.owner'));
  await user.clear(field);
  await user.type(field, 'Lee{Enter}');
  await screen.findByText(t('checks.owned', { profile: '7', owner: 'Lee' }));
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  await expect.poll(() => asked.slice(1)).toMatchObject([{ owner: 'Kim', revision: 5 }]);
});
