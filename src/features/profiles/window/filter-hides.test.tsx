/** A filter that was left on says on the screen how many profiles it hides, and ends by one press. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { FilterHides } from './FilterHides';

it.each(['en', 'ko'] as const)('says how many a filter hides, and clears it: %s', async (language) => {
  let cleared = 0;
  const { user, t } = renderInWindow(<FilterHides hidden={518} onClear={() => cleared++} />, { language });
  const text = t('profiles.filterHides', { hidden: 518 });
  await user.click(screen.getByRole('button', { name: `${text}: ${t('profiles.filterEnd')}` }));
  expect(cleared).toBe(1);
});
