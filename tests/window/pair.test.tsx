// @vitest-environment happy-dom
/** What two profiles have in common in their attributes. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Attributes } from '../../src/renderer/screens/pair/PairScreen';
import type { Recommendation } from '../../src/shared/contract';
import { renderInWindow } from './support/render-in-window';

const profileOf = (profile: string, age: string, likes: string | null, home: string): Recommendation => ({
  runId: 'rrt9psbyug',
  profile,
  attributes: [
    { name: 'age', value: age },
    { name: 'likes', value: likes },
    { name: 'home', value: home },
  ],
  history: [],
  items: [],
});

it('a shared interest is told where the others differ; only where there may be several values', () => {
  const { t } = renderInWindow(
    <Attributes
      first={profileOf('1', '4', 'P02, P03', 'a, b')}
      second={profileOf('2', '4', 'P01, P03', 'b, c')}
      sets={['likes']}
    />,
  );
  const cell = (name: string): string | null =>
    within(screen.getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .at(-1)!.textContent;
  expect(cell('age')).toBe(t('pair.isSame'));
  expect(cell('likes')).toBe(t('pair.isShared', { values: 'P03' }));
  expect(cell('home')).toBe(t('pair.differs'));
});
