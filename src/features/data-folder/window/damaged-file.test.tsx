/** A folder with a damaged file: it is said before the folder is read, and no columns are asked for that it lacks. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ImportFailed } from './ImportFailed';
import { LookAtFolder } from './LookAtFolder';
import type { FolderView } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';

const FOLDER = '/data/broken';
const VIEW: FolderView = {
  folder: FOLDER,
  layout: 'contest',
  problem: null,
  files: [
    { file: 'history_data.csv', bytes: 900, role: 'history', columns: ['profile_id'], rows: [] },
    { file: 'profile_data.csv', bytes: 300, role: 'profiles', isDamaged: true, columns: [], rows: [] },
    { file: 'notes.txt', bytes: 12, role: 'ignored', columns: [], rows: [] },
  ],
  allFiles: 3,
  mapping: { events: { file: 'history_data.csv', profile: 'profile_id', item: 'album_id' } },
  guessed: [],
};

const render = (screenOf: React.ReactNode): Rendered =>
  renderInWindow(screenOf, {
    answers: ({ datasets }) => ({ datasets: { look: datasets.look.handler(() => VIEW) } }),
  });

it('names the file before the folder is read', async () => {
  const { t } = render(<LookAtFolder folder={FOLDER} back={null} />);
  expect((await screen.findByRole('alert')).textContent).toContain('profile_data.csv');
  expect(screen.getByText(t('data.look.damaged'))).toBeDefined();
  expect(screen.getAllByText(t('data.look.noTable'))).toHaveLength(1);
});

it('says to export the file again, and does not ask which columns are which', async () => {
  const error = new ShelfwiseError('bad-data', say('import.not-text', { file: 'profile_data.csv' }));
  const { t } = render(<ImportFailed folder={FOLDER} mapping={null} error={error} />);
  expect((await screen.findByRole('alert')).textContent).toContain('profile_data.csv');
  expect(screen.getByRole('button', { name: t('common.retry') })).toBeDefined();
  expect(screen.queryByText(t('data.checkTitle'))).toBeNull();
  expect(screen.queryByText(t('data.mapping'))).toBeNull();
});
