/** Two numbers as a range: one that holds nothing is told, and what was typed stays. */
import { screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import type { NumberRange } from '../../shared/contract/rules';
import { RangeFields } from './RangeFields';

function Duration({ kind }: { kind?: 'any' | 'count' | 'share' }): ReactNode {
  const [value, setValue] = useState<NumberRange>({});
  return (
    <>
      <RangeFields labels={{ from: 'Least', to: 'Most' }} {...(kind && { kind })} value={value} onChange={setValue} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

const fields = (): [HTMLInputElement, HTMLInputElement] => [
  screen.getByLabelText('Least'),
  screen.getByLabelText('Most'),
];

it('tells a range that begins above its end, keeps both numbers, and is content once it holds something', async () => {
  const { user, t } = renderInWindow(<Duration />);
  const [from, to] = fields();
  await user.type(from, '12');
  await user.type(to, '5');
  expect(to.getAttribute('aria-invalid')).toBe('true');
  screen.getByText(t('condition.emptyRange', { typed: '12-5' }));
  expect([from.value, to.value]).toEqual(['12', '5']);
  await user.type(to, '0');
  expect(to.getAttribute('aria-invalid')).not.toBe('true');
  expect(screen.getByRole('status').textContent).toBe('{"from":12,"to":50}');
});

it.each([
  ['any', '1.05', '1.05'],
  ['share', '0.05', '0.05'],
  ['count', '1.5', '15'],
] as const)('of %s takes %s, digit by digit', async (kind, typed, shown) => {
  const { user } = renderInWindow(<Duration kind={kind} />);
  const [from] = fields();
  await user.type(from, typed);
  expect([from.value, screen.getByRole('status').textContent]).toEqual([shown, `{"from":${shown}}`]);
});
