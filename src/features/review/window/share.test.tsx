/** Notes and decisions of another workspace: a file's effect is shown, and only chosen parts are merged. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NoticeBar } from '../../../renderer/shell/NoticeBar';
import { ShareButton } from './ShareButton';
import type { Exchanged, ExchangeConflict } from '../contract/exchange';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const at = '2026-11-25T12:00:00Z';
const conflicts: ExchangeConflict[] = [
  {
    kind: 'note',
    profile: '7',
    taken: 'ours',
    ours: { profile: '7', text: 'likes trains', changedAt: at },
    theirs: { profile: '7', text: 'likes the sea', changedAt: at },
  },
  {
    kind: 'decision',
    profile: '8',
    taken: 'ours',
    ours: { profile: '8', decision: 'again', owner: 'Lee', runId: 'r0', changedAt: at },
    theirs: { profile: '8', decision: 'fine', owner: 'Kim', runId: null, changedAt: at },
  },
];
const found: Exchanged = {
  saved: false,
  notes: 3,
  decisions: 2,
  same: 4,
  unknown: 1,
  dropped: 0,
  conflicts,
  fileSha256: 'cafe',
};

function renderShare(language: 'en' | 'ko', of: Exchanged) {
  const asked: { theirs: true | string[]; save: boolean; fileSha256?: string | undefined }[] = [];
  const rendered = renderInWindow(
    <>
      <NoticeBar />
      <ShareButton data="d" />
    </>,
    {
      language,
      answers: ({ review, runs }) => ({
        review: {
          importKept: review.importKept.handler(({ input: { theirs, save, fileSha256 } }) => {
            asked.push({ theirs, save, fileSha256 });
            const taken = of.conflicts.map((one) =>
              theirs !== true && theirs.includes(one.profile) ? { ...one, taken: 'theirs' as const } : one,
            );
            return { ...of, saved: save, conflicts: taken };
          }),
          saveKept: review.saveKept.handler(({ input: { out } }) => ({ path: out, notes: 5, decisions: 6 })),
        },
        runs: { list: runs.list.handler(() => []) },
      }),
      shell: ({ user }) => ({
        user: {
          pickFile: user.pickFile.handler(() => '/theirs.json'),
          pickSaveFile: user.pickSaveFile.handler(() => '/ours.json'),
        },
      }),
    },
  );
  const choose = async (what: 'import' | 'export'): Promise<void> => {
    await rendered.user.click(screen.getByRole('button', { name: rendered.t('share.open') }));
    await rendered.user.click(await screen.findByRole('menuitem', { name: rendered.t(`share.${what}`) }));
  };
  const look = async () => {
    await choose('import');
    return within(await screen.findByRole('dialog'));
  };
  return { ...rendered, asked, choose, look };
}

it.each(['en', 'ko'] as const)(
  'shows both versions before merging, and takes the chosen ones: %s',
  { tags: ['thorough'] },
  async (language) => {
    const { t, user, asked, look } = renderShare(language, found);
    const dialog = await look();
    await dialog.findByText(t('share.differing'));
    expect(asked).toEqual([{ theirs: [], save: false }]);
    for (const said of ['likes trains', 'likes the sea', `${t('checks.decisions.again')} · Lee · r0`, 'Kim'])
      expect(dialog.getByText(new RegExp(said))).toBeTruthy();
    await user.click(dialog.getByText(t('share.takeAll')));
    const ofEight = within(dialog.getByRole('radiogroup', { name: t('share.profile', { profile: '8' }) }));
    expect(ofEight.getByRole<HTMLInputElement>('radio', { name: t('share.take') }).checked).toBe(true);
    await user.click(ofEight.getByText(t('share.keep')));
    await user.click(dialog.getByRole('button', { name: t('share.merge') }));
    await screen.findByText(t('share.merged', { notes: 3, decisions: 2, taken: 1 }));
    expect(asked[1]).toEqual({ theirs: ['7'], save: true, fileSha256: 'cafe' });
  },
);

it(
  'merges nothing if there is nothing to take, and says where a file was written',
  { tags: ['thorough'] },
  async () => {
    const { t, user, asked, look, choose } = renderShare('en', { ...found, notes: 0, decisions: 0 });
    const dialog = await look();
    await dialog.findByText(t('share.nothing'));
    await user.click(dialog.getByRole('button', { name: t('share.merge') }));
    expect(asked.length).toBe(1);
    await user.keyboard('{Escape}');
    await choose('export');
    await screen.findByText(t('share.exported', { path: '/ours.json', notes: 5, decisions: 6 }));
  },
);

it.each(['en', 'ko'] as const)(
  'says which versions of notes have no room, before and after: %s',
  { tags: ['thorough'] },
  async (language) => {
    const { t, user, look } = renderShare(language, { ...found, dropped: 1234 });
    const dialog = await look();
    await dialog.findByText(t('share.droppedVersions', { number: 1234 }));
    await user.click(dialog.getByRole('button', { name: t('share.merge') }));
    const said = [t('share.merged', { notes: 3, decisions: 2, taken: 0 }), t('share.mergedDropped', { number: 1234 })];
    expect(said[1]).toMatch(/1,234/);
    await screen.findByText(said.join(' '));
  },
);
