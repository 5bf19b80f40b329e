/** Values are picked by part of their name, and numbers by the range that they are in. */
import { screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { NamedValues } from './NamedValues';

const AGES = ['1', '2', '3', '4', '5', '12'].map((value) => ({ value, label: `${value} years` }));

function Ages(): ReactNode {
  const [value, setValue] = useState<string[]>([]);
  return (
    <>
      <NamedValues
        label="Age"
        values={[...AGES, { value: '\u0000', label: 'missing' }]}
        value={value}
        onChange={setValue}
      />
      <output>{value.join()}</output>
    </>
  );
}

it.each([
  ['3-5{Enter}', '3,4,5'],
  ['4 ~ 12{ArrowDown}{Enter}', '4,5,12'],
  ['2-2{Enter}3-4{Enter}1-3{Enter}', '2,3,4,1'],
  ['12{Enter}', '12'],
])('%s', async (typed, chosen) => {
  const { user, t } = renderInWindow(<Ages />);
  const field = screen.getByRole('combobox', { name: 'Age' });
  expect(field.getAttribute('placeholder')).toBe(t('condition.range'));
  await user.type(field, typed);
  expect(screen.getByRole('status').textContent).toBe(chosen);
});

it.each([
  ['6-9', 'condition.emptyRange'],
  ['5-3', 'condition.emptyRange'],
  ['40 years', 'condition.noValue'],
] as const)('says that %s names no value, and keeps what was typed', async (typed, said) => {
  const { user, t } = renderInWindow(<Ages />);
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Age' });
  await user.type(field, `${typed}{Enter}`);
  expect(screen.getByText(t(said, { typed }))).toBeTruthy();
  expect([field.value, screen.getByRole('status').textContent]).toEqual([typed, '']);
  await user.type(field, '{Backspace}');
  expect(screen.queryByText(t(said, { typed }))).toBeNull();
});
