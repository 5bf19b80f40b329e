/** A notice with Undo goes with what it undoes, and speaks the window's language. */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useLocation } from 'wouter';
import type { ReactNode } from 'react';
import { textsIn } from '../../shared/words/texts';
import { autoencoderRun } from '../../../tests/support/window/records';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { useRunActions } from '../actions/use-run-actions';
import type { TrashEntry } from '../../shared/contract/workspace';
import { KNOBS } from '../../shared/recipe/table';
import { formatIn } from '../locales/format';
import { useRuns } from '../stores/engine-data';
import { addError, addErrorHere, addUndo, useNotices } from '../stores/notices';
import { usePreferences } from '../stores/preferences';
import { NoticeBar } from './NoticeBar';

beforeEach(() => useNotices.setState({ notices: [] }));

function Window(): ReactNode {
  const [, go] = useLocation();
  return (
    <>
      {['/review', '/rules', '/export'].map((place) => (
        <button key={place} type="button" onClick={() => go(place)}>
          {place}
        </button>
      ))}
      <NoticeBar />
    </>
  );
}

/** Something was done that is seen on Rules. */
const done = (shown?: Parameters<typeof addUndo>[4]): void =>
  act(
    () =>
      void addUndo(
        () => 'Done',
        ['rules'],
        async () => undefined,
        undefined,
        shown,
      ),
  );

it('follows to the screens where it is seen, and no further', async () => {
  const { user } = renderInWindow(<Window />);
  await user.click(screen.getByRole('button', { name: '/review' }));
  done();
  await screen.findByText('Done');
  await user.click(screen.getByRole('button', { name: '/rules' }));
  screen.getByText('Done');
  await user.click(screen.getByRole('button', { name: '/export' }));
  await waitFor(() => expect(screen.queryByText('Done')).toBeNull());
});

it('of an opening that failed goes with the screen where it arose; other errors stay until they are closed', async () => {
  const { user } = renderInWindow(<Window />);
  await user.click(screen.getByRole('button', { name: '/review' }));
  act(() => {
    addErrorHere('Not opened', new Error('This is no bundle.'));
    addError('Not saved', new Error('The disk is full.'));
  });
  await screen.findByText('Not opened');
  await user.click(screen.getByRole('button', { name: '/rules' }));
  await waitFor(() => expect(screen.queryByText('Not opened')).toBeNull());
  screen.getByText('Not saved');
});

it('leads to where what was done is seen, until one is there', async () => {
  const { user, place } = renderInWindow(<Window />);
  await user.click(screen.getByRole('button', { name: '/review' }));
  done({ place: '/rules/hide-1', label: () => 'See it' });
  await user.click(await screen.findByRole('link', { name: 'See it' }));
  expect(place()).toBe('/rules/hide-1');
  screen.getByText('Done');
  expect(screen.queryByRole('link', { name: 'See it' })).toBeNull();
});

it('stays on every screen where all are about it', async () => {
  const { user } = renderInWindow(<Window />);
  act(
    () =>
      void addUndo(
        () => 'Done',
        null,
        async () => undefined,
      ),
  );
  await user.click(screen.getByRole('button', { name: '/export' }));
  expect(await screen.findByText('Done')).toBeTruthy();
});

it('changes its words with the language', async () => {
  renderInWindow(<Window />);
  act(
    () =>
      void addUndo(
        (t) => t('compare.wasReset'),
        null,
        async () => undefined,
      ),
  );
  await screen.findByText(textsIn('en')('compare.wasReset'));
  act(() => void usePreferences.setState({ language: 'ko' }));
  expect(await screen.findByText(textsIn('ko')('compare.wasReset'))).toBeTruthy();
});

function Remove({ runId }: { runId: string }): ReactNode {
  const { remove } = useRunActions();
  const { data: runs } = useRuns();
  return (
    <button type="button" disabled={runs === undefined} onClick={() => void remove(runId)}>
      Remove
    </button>
  );
}

it('names a run that was deleted and restored as screens do, and leaves one notice', async () => {
  const trial = { ...autoencoderRun(), runId: 'rtrial', name: 'noise.dropout=0.5' };
  const trashed: TrashEntry = {
    id: 'rtrial',
    kind: 'run',
    name: trial.name,
    affectedRuns: [],
    entry: 'e',
    deletedAt: '2026-11-25T12:00:00Z',
    bytes: 1,
  };
  let runs = [trial, { ...trial, runId: 'rother', createdAt: '2026-11-18T12:54:00.000Z' }];
  const { user } = renderInWindow(
    <>
      <Remove runId="rtrial" />
      <NoticeBar />
    </>,
    {
      answers: ({ runs: of, workspace }) => ({
        runs: { list: of.list.handler(() => runs) },
        workspace: {
          delete: workspace.delete.handler(() => {
            runs = runs.filter(({ runId }) => runId !== 'rtrial');
            return { ...trashed, trash: '/trash' };
          }),
          trash: workspace.trash.handler(() => (runs.length === 1 ? [trashed] : [])),
          restore: workspace.restore.handler(() => {
            runs = [trial, ...runs];
            return trashed;
          }),
        },
      }),
    },
  );
  const says = async (id: 'trash.deleted.run' | 'trash.restored', language: 'en' | 'ko'): Promise<void> => {
    const t = textsIn(language);
    const trained = {
      name: `${KNOBS['noise.dropout'].label[language]} 0.5`,
      moment: formatIn(language).moment(trial.createdAt),
    };
    const text = t(id, { name: t('common.trainedAt', trained) });
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain(text));
  };
  await waitFor(() => expect(screen.getByRole('button', { name: 'Remove' }).hasAttribute('disabled')).toBe(false));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await says('trash.deleted.run', 'en');
  await user.click(screen.getByRole('button', { name: textsIn('en')('versions.undo') }));
  await says('trash.restored', 'en');
  act(() => void usePreferences.setState({ language: 'ko' }));
  await says('trash.restored', 'ko');
});
