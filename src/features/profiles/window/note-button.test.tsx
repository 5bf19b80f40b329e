/** A note on a profile: typed text stays until it is saved or discarded. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import type { Note } from '../../../shared/contract/kept';
import { NoteButton } from './NoteButton';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const saved: object[] = [];

function renderNote() {
  saved.length = 0;
  let note: Note = { text: 'likes trains', revision: 2, changedAt: '2026-11-25T12:00:00Z' };
  const next = (text: string): Note => (note = { text, revision: note.revision + 1, changedAt: note.changedAt });
  const beside = (
    <>
      <NoteButton data="d1" profile="7" />
      <NoticeBar />
    </>
  );
  return renderInWindow(beside, {
    answers: ({ profiles }) => ({
      profiles: {
        note: profiles.note.handler(() => note),
        setNote: profiles.setNote.handler(({ input }) => {
          saved.push(input);
          return next(input.text);
        }),
        restoreNote: profiles.restoreNote.handler(({ input }) => {
          saved.push(input);
          return next('likes trains');
        }),
      },
    }),
  });
}

it('Delete takes the note away, and Undo brings back the one that was read', async () => {
  const { user, t } = renderNote();
  await user.click(await screen.findByText(t('compare.noteShow')));
  await user.click(await screen.findByRole('button', { name: t('compare.noteDelete') }));
  await screen.findByText(t('compare.noteDeleted', { profile: '7' }));
  await screen.findByText(t('compare.note'));
  await user.click(screen.getByRole('button', { name: t('versions.undo') }));
  await screen.findByText(t('compare.noteShow'));
  expect(saved).toEqual([
    { data: 'd1', profile: '7', text: '', revision: 2 },
    { data: 'd1', profile: '7', revision: 3, to: 2 },
  ]);
});

it(
  'Escape keeps typed text, Throw away does not, and saving changes the note that was read',
  { tags: ['thorough'] },
  async () => {
    const { user, t } = renderNote();
    const open = async (name: string): Promise<HTMLTextAreaElement> => {
      await user.click(await screen.findByText(name));
      return screen.findByLabelText<HTMLTextAreaElement>(t('compare.noteOn', { profile: '7' }), {
        selector: 'textarea',
      });
    };
    const field = await open(t('compare.noteShow'));
    await user.type(field, ' and dinosaurs');
    await screen.findByText(t('compare.noteDraft'));
    await user.keyboard('{Escape}');

    expect((await open(t('compare.noteUnsaved'))).value).toBe('likes trains and dinosaurs');
    await user.click(screen.getByText(t('compare.noteDrop')));
    expect((await open(t('compare.noteShow'))).value).toBe('likes trains');

    await user.type(screen.getByDisplayValue('likes trains'), '!');
    await user.click(screen.getByText(t('compare.noteSave')));
    await screen.findByText(t('compare.noteShow'));
    expect(saved).toEqual([{ data: 'd1', profile: '7', text: 'likes trains!', revision: 2 }]);
  },
);

it('Ctrl+Enter saves what is typed', async () => {
  const { user, t } = renderNote();
  await user.click(await screen.findByText(t('compare.noteShow')));
  await user.type(await screen.findByDisplayValue('likes trains'), ' a lot{Control>}{Enter}{/Control}');
  await screen.findByText(t('compare.noteShow'));
  expect(saved).toEqual([{ data: 'd1', profile: '7', text: 'likes trains a lot', revision: 2 }]);
});
