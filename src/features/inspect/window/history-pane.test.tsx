/** The shelf of watched titles by keyboard, and in which order a row of a list is read out. */
import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { NEUTRAL_TUNING, type TunedItem } from '../../../shared/contract/tuning';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { useSelection } from '../../../renderer/stores/selection';
import { HistoryPane } from './HistoryPane';
import { ListRow } from './ListRow';

const NAMES = ['Heron Hill', 'Otter Bay', 'Moon Boat'];
const open = dataset();
const answers: Parameters<typeof renderInWindow>[1] = {
  answers: ({ datasets, labels }) => ({
    datasets: { list: datasets.list.handler(() => [open]) },
    labels: { get: labels.get.handler(() => keptLabels()) },
  }),
};

beforeEach(() => useSelection.setState({ dataset: open.fingerprint }));

const shelf = (): Rendered =>
  renderInWindow(
    <HistoryPane
      data={open.fingerprint}
      history={NAMES.map((title, index) => ({ item: `${index}`, title, group: null, lastWatched: null, times: 1 }))}
      hidden={[]}
      tuning={NEUTRAL_TUNING}
      knowsAttributes
    />,
    answers,
  );

it('is one stop of Tab with arrows inside, which is entered where it was left', async () => {
  const { user, t } = shelf();
  const remove = (name: string): HTMLElement =>
    screen.getByRole('button', { name: t('compare.removeTitle', { title: name }) });
  await screen.findByText('Heron Hill');
  expect(NAMES.map((name) => remove(name).tabIndex)).toEqual([0, -1, -1]);
  remove('Heron Hill').focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(remove('Otter Bay'));
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(remove('Moon Boat'));
  await user.keyboard('{ArrowDown}{ArrowUp}');
  expect(document.activeElement).toBe(remove('Otter Bay'));
  expect(NAMES.map((name) => remove(name).tabIndex)).toEqual([-1, 0, -1]);
  await user.tab();
  expect(document.activeElement?.closest('li')).toBeFalsy();
  await user.tab({ shift: true });
  expect(document.activeElement).toBe(remove('Otter Bay'));
  await user.keyboard('{Home}');
  expect(document.activeElement).toBe(remove('Heron Hill'));
});

it('reads out place, name, reason and movement in this order', async () => {
  const item: TunedItem = {
    rank: 4,
    item: '7',
    title: 'Heron Hill 2화',
    score: 0.5,
    watched: false,
    group: null,
    badges: [],
    before: 9,
    ranked: 31,
    rules: [{ id: 'pin', name: 'Campaign' }],
    newTitle: null,
  };
  const { t } = renderInWindow(
    <ol>
      <ListRow item={item} share={1} nameOfRule={(name) => name} against="change" />
    </ol>,
    answers,
  );
  const row = (await screen.findByText('Heron Hill')).closest('li')!;
  for (const unseen of row.querySelectorAll('[aria-hidden="true"]')) unseen.remove();
  const parts = [
    t('compare.rank', { rank: 4 }),
    'Heron Hill 2화',
    t('compare.byRuleFrom', { names: 'Campaign', rank: 31 }),
    t('compare.moved.up', { count: 5 }),
  ];
  const places = parts.map((part) => row.textContent.indexOf(part));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});
