/** Whose effect a tuning tells beside that of all profiles. */
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { CameFrom } from '../../../../renderer/components/origin';
import { CAME_FROM_NOWHERE } from '../../../../../tests/support/window/came-from';
import { dataset } from '../../../../../tests/support/window/records';
import { renderInWindow } from '../../../../../tests/support/window/render-in-window';
import { useEffectGroup } from './use-effect-group';

const open = dataset();

function Group({ from }: { from: CameFrom }): ReactNode {
  const group = useEffectGroup(open.fingerprint, [{ name: 'age', value: '4' }], from);
  return <output>{JSON.stringify(group)}</output>;
}

const groupFrom = async (from: CameFrom) => {
  const { t, unmount } = renderInWindow(<Group from={from} />, {
    answers: (engine) => ({
      datasets: { list: engine.datasets.list.handler(() => [open]) },
    }),
  });
  const shown = await screen.findByText(/"name"/);
  const group = JSON.parse(shown.textContent) as { filter: object; name: string };
  unmount();
  return { ...group, t };
};

it('is that of the list one came from, or else of profiles alike', async () => {
  const filter = { profiles: ['3', '4'] };
  const listed = await groupFrom({ ...CAME_FROM_NOWHERE, filter, detail: 'Segment Bears' });
  expect(listed.filter).toEqual(filter);
  expect(listed.name).toBe(listed.t('tuningEffect.ofList', { name: 'Segment Bears' }));
  const alike = await groupFrom(CAME_FROM_NOWHERE);
  expect(alike.filter).toEqual({ attributes: { age: ['4'] } });
});
