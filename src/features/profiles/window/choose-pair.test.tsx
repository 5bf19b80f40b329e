/** Choosing two profiles to compare ends with Escape as with Cancel. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { chooseFirst, useProfileList } from '../../../renderer/stores/profile-list';
import { ChoosePair } from './ChoosePair';

it.each(['Escape', 'Cancel'] as const)('by %s', async (way) => {
  chooseFirst('7');
  const { user, t } = renderInWindow(<ChoosePair first="7" selected={null} onChoose={() => undefined} />);
  if (way === 'Escape') await user.keyboard('{Escape}');
  else await user.click(screen.getByRole('button', { name: t('common.cancel') }));
  expect(useProfileList.getState().first).toBeNull();
  if (way === 'Cancel') expect(document.activeElement?.textContent).toContain(t('profiles.pairWith', { profile: '7' }));
});
