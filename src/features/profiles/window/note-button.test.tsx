/** A note on a profile: it is saved by itself, one version after the other. */
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import type { Note } from '../../../shared/contract/kept';
import { ShelfwiseError } from '../../../shared/errors';
import { NoteButton } from './NoteButton';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const saved: object[] = [];
let note: Note;
beforeEach(() => {
  saved.length = 0;
  note = { text: 'likes trains', revision: 2, changedAt: '2026-11-25T12:00:00Z' };
});

async function openNote() {
  const next = (text: string): Note => (note = { text, revision: note.revision + 1, changedAt: note.changedAt });
  const beside = (
    <>
      <NoteButton data="d1" profile="7" />
      <NoticeBar />
    </>
  );
  const rendered = renderInWindow(beside, {
    answers: ({ profiles }) => ({
      profiles: {
        note: profiles.note.handler(() => note),
        setNote: profiles.setNote.handler(({ input }) => {
          saved.push(input);
          if (input.revision !== note.revision) throw new ShelfwiseError('busy', 'changed meanwhile');
          return next(input.text);
        }),
        restoreNote: profiles.restoreNote.handler(({ input }) => {
          saved.push(input);
          return next('likes trains');
        }),
      },
    }),
  });
  await rendered.user.click(await screen.findByText(rendered.t('compare.noteShow')));
  const field = await screen.findByDisplayValue<HTMLTextAreaElement>('likes trains');
  return { ...rendered, field };
}

it('an emptied note is taken away as one leaves the field, and Undo brings back the one that was read', async () => {
  const { user, t, field } = await openNote();
  await user.clear(field);
  await user.keyboard('{Escape}');
  await screen.findByText(t('compare.noteDeleted', { profile: '7' }));
  await screen.findByText(t('compare.note'));
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  await screen.findByText(t('compare.noteShow'));
  expect(saved).toEqual([
    { data: 'd1', profile: '7', text: '', revision: 2 },
    { data: 'd1', profile: '7', revision: 3, to: 2 },
  ]);
});

it('a pause saves what is typed, and what follows changes that version', { tags: ['thorough'] }, async () => {
  const { user, t, field } = await openNote();
  await user.type(field, '!');
  await screen.findByText(t('compare.noteDraft'));
  await waitFor(() => expect(saved).toEqual([{ data: 'd1', profile: '7', text: 'likes trains!', revision: 2 }]));
  await waitFor(() => expect(screen.queryByText(t('compare.noteDraft'))).toBeNull());
  await user.type(field, '!');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(saved.at(-1)).toEqual({ data: 'd1', profile: '7', text: 'likes trains!!', revision: 3 }));
});

it('keeps what is typed where another program wrote meanwhile, says so, and saves it upon that version', async () => {
  const { user, t, field } = await openNote();
  note = { text: 'of another', revision: 3, changedAt: note.changedAt };
  await user.type(field, '!');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(t('compare.noteFailed'));
  expect(field.value).toBe('likes trains!');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(saved.at(-1)).toEqual({ data: 'd1', profile: '7', text: 'likes trains!', revision: 3 }));
  await waitFor(() => expect(screen.queryByText(t('compare.noteFailed'))).toBeNull());
});
