/** Decisions faster than the queue is read again: none is lost, and none is mistaken for another user's. */
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { Decide } from './Decide';
import { useDecide } from './use-decide';
import { useEngine } from '../../../renderer/connection/engine-context';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import type { Decision } from '../contract/checks';
import type { ReviewRow } from '../contract/queue';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { UNDECIDED } from '../../../../tests/support/window/kept-rows';
import { reviewPage, reviewRow } from '../../../../tests/support/window/review-row';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

/** Its reason states its revision, so that a test sees what the window has read. */
const rowOf = (decision: Decision): ReviewRow =>
  reviewRow({
    profile: '7',
    reasons: [
      {
        check: 'own-1',
        name: `Read at ${decision.revision}`,
        titles: [],
        value: null,
        count: null,
        lists: 1,
        isDecided: false,
      },
    ],
    decision,
  });

/** Holds callers from closing until opening. */
class Gate {
  #closed = Promise.resolve();
  open = (): void => undefined;
  close(): void {
    this.#closed = new Promise((resolve) => {
      this.open = resolve;
    });
  }
  pass = (): Promise<void> => this.#closed;
}

/** An engine that refuses decisions not based on what is stored, like the real one. */
function renderDeciding(runId: string, component: ReactNode) {
  const engine = { stored: UNDECIDED, asked: 0, decide: new Gate(), read: new Gate() };
  const rendered = renderInWindow(component, {
    answers: ({ review }) => ({
      review: {
        queue: review.queue.handler(async () => {
          await engine.read.pass();
          return reviewPage([rowOf(engine.stored)]);
        }),
        decisions: review.decisions.handler(() => [{ profile: '7', decision: engine.stored }]),
        decideAll: review.decideAll.handler(async ({ input: { decisions } }) => {
          const { revision, decision, owner, about = runId } = decisions[0]!;
          engine.asked++;
          await engine.decide.pass();
          if (revision !== engine.stored.revision)
            throw new ShelfwiseError('busy', say('kept.changed', { what: say('kept.decision', { profile: '7' }) }));
          engine.stored = {
            ...engine.stored,
            ...(decision !== undefined && { decision, runId: about }),
            ...(owner !== undefined && { owner }),
            revision: revision + 1,
          };
          return [{ profile: '7', decision: engine.stored }];
        }),
      },
    }),
  });
  return { ...rendered, engine };
}

/** What stands above a child that was opened from the queue. */
function Panel({ runId }: { runId: string }): ReactNode {
  const { queries } = useEngine();
  const { data } = useQuery(queries.review.queue.queryOptions({ input: { runId, start: 0, end: 1 } }));
  const row = data?.rows[0] ?? rowOf(UNDECIDED);
  return (
    <>
      <p>{row.reasons[0]!.name}</p>
      <Decide runId={runId} row={row} hasKeys={false} />
    </>
  );
}

const panelOf = (runId: string): ReactNode => <Panel runId={runId} />;

it('a button that takes the focus from the owner field decides: the owner was saved, and read again, before its release', async () => {
  const { user, t, engine } = renderDeciding('owner read', panelOf('owner read'));
  await user.type(await screen.findByLabelText(t('checks.owner')), 'Kim');
  await screen.findByText(/Read at 0/);
  const button = screen.getByRole('button', { name: t('checks.decisions.rule') });
  await user.pointer({ keys: '[MouseLeft>]', target: button });
  await screen.findByText(/Read at 1/);
  await user.pointer({ keys: '[/MouseLeft]', target: button });
  await expect.poll(() => engine.stored).toMatchObject({ decision: 'rule', owner: 'Kim', revision: 2 });
});

it('a button that takes the focus from the owner field decides: the owner is still being saved', async () => {
  const { user, t, engine } = renderDeciding('owner asked', panelOf('owner asked'));
  await user.type(await screen.findByLabelText(t('checks.owner')), 'Kim');
  engine.decide.close();
  await user.click(screen.getByRole('button', { name: t('checks.decisions.rule') }));
  engine.decide.open();
  await expect.poll(() => engine.stored).toMatchObject({ decision: 'rule', owner: 'Kim', revision: 2 });
});

it('an owner that could not be saved stays typed', async () => {
  const { user, t, engine } = renderDeciding('owner refused', panelOf('owner refused'));
  const field = await screen.findByLabelText<HTMLInputElement>(t('checks.owner'));
  engine.stored = { ...UNDECIDED, owner: 'Lee', revision: 5 };
  await user.type(field, 'Kim');
  await user.tab();
  await screen.findByText(/Read at 5/);
  await expect.poll(() => engine.asked).toBe(1);
  expect(field.value).toBe('Kim');
});

/** Decides by two keys about the row as drawn, as the grid does. */
function Keys({ runId }: { runId: string }): ReactNode {
  const { decide, error } = useDecide(runId);
  return (
    <>
      <NoticeBar />
      {(['fine', 'rule'] as const).map((decision) => (
        <button key={decision} type="button" onClick={() => decide({ row: rowOf(UNDECIDED), decision })}>
          {decision}
        </button>
      ))}
      {error !== null && <p role="alert">refused</p>}
    </>
  );
}

it('a second key decides on top of the first, and undo returns to that', async () => {
  const { user, t, engine } = renderDeciding('keys', <Keys runId="keys" />);
  engine.decide.close();
  await user.click(screen.getByText('fine'));
  await user.click(screen.getByText('rule'));
  engine.decide.open();
  await expect.poll(() => engine.stored).toMatchObject({ decision: 'rule', revision: 2 });
  expect(screen.queryByRole('alert')).toBeNull();
  await screen.findByText(t('checks.decided', { profile: '7', decision: t('checks.decisions.rule') }));
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  await expect.poll(() => engine.stored).toMatchObject({ decision: 'fine', revision: 3 });
  // Undone decisions are known too.
  await user.click(screen.getByText('rule'));
  await expect.poll(() => engine.stored).toMatchObject({ decision: 'rule', revision: 4 });
});

it("another user's decision meanwhile is refused and reported, also if another decision follows", async () => {
  const { user, engine } = renderDeciding('others', <Keys runId="others" />);
  engine.stored = { ...UNDECIDED, decision: 'again', revision: 5 };
  engine.decide.close();
  await user.click(screen.getByText('fine'));
  await user.click(screen.getByText('rule'));
  engine.decide.open();
  await screen.findByRole('alert');
  await expect.poll(() => engine.asked).toBe(2);
  expect(engine.stored.revision).toBe(5);
});
