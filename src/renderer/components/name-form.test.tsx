import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { NameForm } from './NameForm';

it('saves nothing without a name, and says so at the field', async () => {
  const names: string[] = [];
  const { user, t } = renderInWindow(
    <NameForm label="Segment" labelIs="within" action="Save" onName={(name) => names.push(name)} />,
  );
  const field = screen.getByRole('textbox', { name: 'Segment' });
  await user.type(field, '  {Enter}');
  expect(names).toEqual([]);
  const said = document.getElementById(field.getAttribute('aria-describedby')!);
  expect(said?.textContent).toBe(t('common.nameNeeded'));
  await user.type(field, 'Girls {Enter}');
  expect(screen.queryByText(t('common.nameNeeded'))).toBeNull();
  expect(names).toEqual(['Girls']);
});
