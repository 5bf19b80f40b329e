/** Work on a cluster, piece by piece, in the window, with its Stop. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { UnitsThere } from './UnitsThere';
import type { ClusterUnit } from '../../../shared/contract/cluster';
import { ShelfwiseError } from '../../../shared/errors';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

const TRAINING: ClusterUnit = {
  unit: '3f3b10e978ec',
  kind: 'train',
  model: 'als',
  name: 'als.factors=64',
  seed: 5,
  run: 'rrt9psbyug',
  part: null,
  state: 'running',
  node: '27526a4ffdc7',
};
const ROW: ClusterUnit = {
  ...TRAINING,
  unit: 'a0b1c2d3e4f5',
  kind: 'compare',
  model: 'dae-quick',
  name: null,
  run: null,
  state: 'waiting',
  node: null,
};

it.each(['en', 'ko'] as const)('stops one, which disappears; the other continues (%s)', async (language) => {
  const asked: object[] = [];
  let units = [TRAINING, ROW];
  const { user, t } = renderInWindow(<UnitsThere name="lab" />, {
    language,
    answers: ({ clusters }) => ({
      clusters: {
        units: clusters.units.handler(() => units),
        stopUnit: clusters.stopUnit.handler(({ input }) => {
          asked.push(input);
          units = units.filter(({ unit }) => unit !== input.unit);
          return { unit: input.unit, state: 'stopped' as const };
        }),
      },
    }),
  });
  const list = within(await screen.findByRole('list', { name: t('clusters.units.title') }));
  expect(list.getAllByRole('listitem')).toHaveLength(2);
  const setting = language === 'en' ? 'Factors 64' : /64 학습/;
  expect(list.getByText(setting, { exact: false })).toBeDefined();
  expect(list.getByText(t('clusters.units.running', { node: '27526a4ffdc7' }))).toBeDefined();
  const row = list.getByText(t('clusters.units.waiting')).closest('li')!;
  await user.click(within(row).getByRole('button', { name: new RegExp(`^${t('common.stop')}: `) }));
  await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(1));
  expect(asked).toEqual([{ name: 'lab', unit: ROW.unit }]);
  expect(list.getByText(t('clusters.units.running', { node: '27526a4ffdc7' }))).toBeDefined();
});

it('reports at the unit that the cluster did not hear, or that its driver cannot stop', async () => {
  const { user, t } = renderInWindow(<UnitsThere name="lab" />, {
    answers: ({ clusters }) => ({
      clusters: {
        units: clusters.units.handler(() => [TRAINING]),
        stopUnit: clusters.stopUnit.handler(() => {
          throw new ShelfwiseError('usage', 'An earlier version of Shelfwise sent this work to lab.');
        }),
      },
    }),
  });
  await user.click(await screen.findByRole('button', { name: new RegExp(t('common.stop')) }));
  expect(await screen.findByText(/An earlier version/)).toBeDefined();
});

it('shows nothing if there is nothing', async () => {
  let looks = 0;
  const { t } = renderInWindow(<UnitsThere name="lab" />, {
    answers: ({ clusters }) => ({
      clusters: {
        units: clusters.units.handler(() => {
          looks += 1;
          return [];
        }),
      },
    }),
  });
  await waitFor(() => expect(looks).toBe(1));
  expect(screen.queryByText(t('clusters.units.title'))).toBeNull();
});
