/** Entries of the trash that cannot be restored say so. */
import { useQueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { TrashSection } from './TrashSection';
import type { TrashEntry } from '../../../shared/contract/workspace';
import { KNOBS } from '../../../shared/recipe/table';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Answers } from '../../../../tests/support/window/engine';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const entry = (name: string): TrashEntry => ({
  entry: `${name}-20261125T151543316Z`,
  kind: 'run',
  id: name,
  name,
  deletedAt: '2026-11-25T15:15:43.316Z',
  affectedRuns: [],
  bytes: 1000,
});

let entries: TrashEntry[];
let unreadable: { entry: string; code: 'newer-version'; message: string }[];
beforeEach(() => {
  entries = [entry('spring'), entry('summer')];
  unreadable = [];
});

const answers: Answers = ({ workspace }) => ({
  workspace: {
    trash: workspace.trash.handler(() => entries),
    unreadableTrash: workspace.unreadableTrash.handler(() => unreadable),
    restore: workspace.restore.handler(({ input }) => {
      throw new ShelfwiseError('usage', say('trash.there-again', { id: input.id }));
    }),
  },
});

/** Like the window when the engine reports a change. */
function LookAgain(): ReactNode {
  const cache = useQueryClient();
  return <button onClick={() => void cache.invalidateQueries()}>look again</button>;
}

const shown = () =>
  renderInWindow(
    <>
      <TrashSection />
      <LookAgain />
    </>,
    { answers },
  );

it('says why something was not restored, until another program has restored it', async () => {
  const { user, t } = shown();
  await user.click(await screen.findByRole('button', { name: t('trash.restoreOf', { name: 'spring' }) }));
  await screen.findByText(t('trash.restoreFailed'));
  const lookAgain = screen.getByRole('button', { name: 'look again' });
  entries = [entry('spring'), entry('summer'), entry('autumn')];
  await user.click(lookAgain);
  await screen.findByText('autumn');
  expect(screen.queryByText(t('trash.restoreFailed'))).not.toBeNull();
  entries = [entry('summer')];
  await user.click(lookAgain);
  await waitFor(() => expect(screen.queryByText('spring')).toBeNull());
  expect(screen.queryByText(t('trash.restoreFailed'))).toBeNull();
});

it('names what a newer version put there, which no button restores', async () => {
  entries = [];
  unreadable = [
    { entry: 'x', code: 'newer-version', message: 'note.json was written by a newer version of Shelfwise.' },
  ];
  const { t } = shown();
  expect((await screen.findByRole('alert')).textContent).toContain(unreadable[0]!.message);
  expect(screen.queryByText(t('trash.empty'))).toBeNull();
  expect(screen.queryByRole('table')).toBeNull();
});

it.each(['en', 'ko'] as const)('names a trial by what it tried: %s', async (language) => {
  entries = [entry('noise.dropout=0.5')];
  const { t } = renderInWindow(<TrashSection />, { answers, language });
  const name = `${KNOBS['noise.dropout'].label[language]} 0.5`;
  expect(await screen.findByRole('button', { name: t('trash.restoreOf', { name }) })).toBeTruthy();
});
