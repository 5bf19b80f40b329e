/** A note on a profile: typed text stays until it is saved or discarded. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NoteButton } from './NoteButton';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const saved: object[] = [];

const renderNote = () =>
  renderInWindow(<NoteButton data="d1" profile="7" />, {
    answers: ({ profiles }) => ({
      profiles: {
        note: profiles.note.handler(() => ({ text: 'likes trains', revision: 2, changedAt: '2026-11-25T12:00:00Z' })),
        setNote: profiles.setNote.handler(({ input }) => {
          saved.push(input);
          return { text: input.text, revision: 3, changedAt: '2026-11-25T12:01:00Z' };
        }),
      },
    }),
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
  saved.length = 0;
  const { user, t } = renderNote();
  await user.click(await screen.findByText(t('compare.noteShow')));
  await user.type(await screen.findByDisplayValue('likes trains'), ' a lot{Control>}{Enter}{/Control}');
  await screen.findByText(t('compare.noteShow'));
  expect(saved).toEqual([{ data: 'd1', profile: '7', text: 'likes trains a lot', revision: 2 }]);
});
