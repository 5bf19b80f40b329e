/** Add data: a folder is added to the open data set, and the screen says what that changed. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DataScreen } from './DataScreen';
import { useActivity } from '../../../renderer/stores/activity';
import { useSelection } from '../../../renderer/stores/selection';
import type { AddAnswer, DataChange } from '../../../shared/contract/data-change';
import type { Dataset } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const APRIL = '/data/2026-04';
const open = dataset();
const grown: Dataset = { ...open, fingerprint: 'ab'.repeat(32), added: [{ folder: APRIL, at: open.importedAt }] };

const change: DataChange = {
  base: open.fingerprint,
  folder: APRIL,
  exact: true,
  profiles: { before: 16, after: 19 },
  items: { before: 30, after: 31 },
  events: [{ role: 'history', before: 160, added: 42, duplicates: 8, rejected: 2 }],
  drift: [
    {
      of: 'profiles',
      attribute: 'sex',
      index: 0.41,
      limit: 0.2,
      drifted: true,
      before: 16,
      added: 19,
      moved: [{ value: 'F', before: 0.25, added: 0.6 }],
    },
    { of: 'items', attribute: 'country', index: 0.01, limit: 0.2, drifted: false, before: 160, added: 42, moved: [] },
  ],
};

function shown(answer: () => AddAnswer, listed: Dataset[] = [open, grown]) {
  useSelection.setState({ dataset: open.fingerprint });
  useActivity.setState({ works: {} });
  const inputs: unknown[] = [];
  const rendered = renderInWindow(<DataScreen />, {
    shell: ({ user }) => ({
      user: { pickFolder: user.pickFolder.handler(({ input: { purpose } }) => (purpose === 'new' ? APRIL : null)) },
    }),
    answers: ({ datasets, labels }) => ({
      labels: { get: labels.get.handler(() => keptLabels()) },
      datasets: {
        list: datasets.list.handler(() => listed),
        unreadable: datasets.unreadable.handler(() => []),
        checkSource: datasets.checkSource.handler(() => ({ state: 'unchanged' as const, changes: [] })),
        activity: datasets.activity.handler(() => null),
        rowIssues: datasets.rowIssues.handler(() => ({ rows: [], total: 0 })),
        add: datasets.add.handler(async function* ({ input }) {
          inputs.push(input);
          yield { phase: 'read', detail: '', done: 1, total: 100 };
          return answer();
        }),
      },
    }),
  });
  return { ...rendered, inputs };
}

it('adds the chosen folder, opens the new data set and says what changed', async () => {
  const { user, t, inputs } = shown(() => ({ ...grown, imported: true, change }));
  await user.click(await screen.findByRole('button', { name: t('adding.button') }));
  const title = await screen.findByRole('heading', { name: t('adding.title', { name: '2026-04' }) });
  expect(inputs).toEqual([{ data: open.fingerprint, folder: APRIL }]);
  expect(useSelection.getState().dataset).toBe(grown.fingerprint);
  const section = within(title.closest('section')!);
  expect(section.getByRole('status').textContent).toBe(t('adding.made'));
  expect(section.getByText(t('adding.newProfiles')).parentElement!.textContent).toContain('3');
  const row = section.getByRole('row', { name: new RegExp(t('data.roles.history')) });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['160', '42', '8', '2']);
  const [line, ...others] = section.getAllByRole('listitem');
  expect(line!.textContent).toBe('Sex of children (index 0.41, limit 0.20): Girl: 25.0% before, 60.0% now');
  expect(others).toEqual([]);
  // A data set with additions cannot be read again from one folder.
  expect(screen.queryByRole('button', { name: t('data.readAgain') })).toBeNull();
  await user.click(section.getByRole('button', { name: t('adding.close') }));
  expect(screen.queryByRole('heading', { name: t('adding.title', { name: '2026-04' }) })).toBeNull();
});

it('keeps the data set if nothing is new, and if the folder cannot be added', async () => {
  const same: DataChange = { ...change, events: [], drift: [], profiles: { before: 16, after: 16 }, exact: false };
  const { user, t } = shown(() => ({ ...open, imported: false, change: same }));
  await user.click(await screen.findByRole('button', { name: t('adding.button') }));
  expect(await screen.findByText(t('adding.same'))).toBeTruthy();
  expect(screen.getByText(t('adding.steady'))).toBeTruthy();
  expect(screen.getByText(t('adding.inexact'))).toBeTruthy();
  expect(useSelection.getState().dataset).toBe(open.fingerprint);
});

it('says why a folder could not be added, and offers another', async () => {
  const { user, t } = shown(() => {
    throw new ShelfwiseError('bad-data', say('adding.nothing', { folder: APRIL }));
  });
  await user.click(await screen.findByRole('button', { name: t('adding.button') }));
  await screen.findByRole('alert');
  expect(screen.getByRole('button', { name: t('adding.another') })).toBeTruthy();
  expect(useSelection.getState().dataset).toBe(open.fingerprint);
});

it('does not switch away from other data opened meanwhile', async () => {
  const other: Dataset = { ...open, fingerprint: 'cd'.repeat(32), name: 'others' };
  const { user, t } = shown(() => {
    useSelection.setState({ dataset: other.fingerprint });
    return { ...grown, imported: true, change };
  }, [open, grown, other]);
  await user.click(await screen.findByRole('button', { name: t('adding.button') }));
  await screen.findByRole('heading', { name: 'others' });
  await expect.poll(() => Object.values(useActivity.getState().works).map(({ state }) => state.kind)).toEqual(['done']);
  expect(useSelection.getState().dataset).toBe(other.fingerprint);
  expect(screen.queryByRole('heading', { name: t('adding.title', { name: '2026-04' }) })).toBeNull();
});
