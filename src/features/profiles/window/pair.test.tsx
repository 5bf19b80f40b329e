/** Common attributes of two profiles, by the data set's labels. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Attributes } from './PairScreen';
import { useSelection } from '../../../renderer/stores/selection';
import type { ProfileView } from '../../../shared/contract/recommendation';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const profileOf = (profile: string, age: string, likes: string | null, home: string): ProfileView => ({
  profile,
  attributes: [
    { name: 'age', value: age },
    { name: 'likes', value: likes },
    { name: 'home', value: home },
  ],
  history: [],
});

it('a shared interest is shown if other values differ; only for attributes with several values', async () => {
  const open = dataset();
  const categorical = { kind: 'categorical' as const, categories: [] };
  open.profileAttributes = [
    { name: 'age', ...categorical },
    { name: 'likes', kind: 'set', categories: ['P01', 'P02', 'P03'] },
    { name: 'home', ...categorical },
  ];
  useSelection.setState({ dataset: open.fingerprint });
  const entries = [
    { attribute: 'likes', label: 'Interests' },
    { attribute: 'likes', code: 'P03', label: 'Dinosaurs' },
  ];
  const { t } = renderInWindow(
    <Attributes first={profileOf('1', '4', 'P02, P03', 'a, b')} second={profileOf('2', '4', 'P01, P03', 'b, c')} />,
    {
      answers: ({ datasets, labels }) => ({
        datasets: { list: datasets.list.handler(() => [open]) },
        labels: { get: labels.get.handler(() => keptLabels({ entries, revision: 1 })) },
      }),
    },
  );
  await screen.findByText('Interests');
  const cells = (name: string): HTMLElement[] =>
    within(screen.getByRole('rowheader', { name: new RegExp(name) }).closest('tr')!).getAllByRole('cell');
  const last = (name: string): string | null => cells(name).at(-1)!.textContent;
  expect(last(t('labels.known.attributes.age'))).toBe(t('pair.isSame'));
  expect(last('Interests')).toBe(t('pair.isShared', { values: 'Dinosaurs' }));
  expect(last('home')).toBe(t('pair.differs'));
  // A tooltip has the values in the files.
  expect(cells('Interests')[0]!.textContent).toBe('P02, Dinosaurs');
  expect(screen.getByTitle('P02, P03').textContent).toBe('P02, Dinosaurs');
});
