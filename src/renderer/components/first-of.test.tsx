/** A list that is cut off leads to its rest, and back. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { FirstOf } from './FirstOf';
import { RuleNames } from './rules/RuleNames';
import { TRIED_LANGUAGES } from '../../../tests/support/tried';

it.each(TRIED_LANGUAGES)('shows the rest by its button, and hides it again (%s)', async (language) => {
  const { user, t } = renderInWindow(
    <RuleNames of={{ names: ['A', 'B', 'C', 'D', 'E', 'F', 'G'], revision: 3 }} data={undefined} />,
    {
      language,
    },
  );
  const more = screen.getByRole('button', { name: t('common.andMore.things', { count: 2 }), expanded: false });
  const names = more.parentElement!;
  expect(names.textContent).toMatch(/^A · B · C · D · E \S/);
  await user.click(more);
  expect(names.textContent).toMatch(/^A · B · C · D · E · F · G \S/);
  await user.click(screen.getByRole('button', { name: t('common.fewer'), expanded: true }));
  expect(names.textContent).toMatch(/^A · B · C · D · E \S/);
  expect(names.textContent).not.toContain('F · G');
});

it('has no button where everything is shown', () => {
  renderInWindow(
    <FirstOf all={['A', 'B']} most={2}>
      {(shown) => shown.join(', ')}
    </FirstOf>,
  );
  expect(screen.getByText('A, B')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
