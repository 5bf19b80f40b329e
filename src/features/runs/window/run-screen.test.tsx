/** An address of a run that is not in the workspace, and of one that cannot be read. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Route } from 'wouter';
import { ShelfwiseError, type ErrorCode } from '../../../shared/errors';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { runScreen } from '../contract/screens';
import { RunScreen } from './RunScreen';

const show = (code: ErrorCode): Rendered =>
  renderInWindow(<Route path={runScreen.path} component={RunScreen} />, {
    place: '/runs/rgone',
    answers: ({ runs }) => ({
      runs: {
        get: runs.get.handler(() => {
          throw new ShelfwiseError(code, 'What is wrong with rgone.');
        }),
      },
    }),
  });

it('says of a run that is gone where it may be, not which others there are', async () => {
  const { user, t, place } = show('not-found');
  await screen.findByRole('heading', { name: t('runs.gone') });
  expect(screen.queryByText(/rgone/)).toBeNull();
  await user.click(
    screen.getByRole('button', { name: t('shell.shortcuts.goTo', { screen: t('shell.screen.settings') }) }),
  );
  expect(place()).toBe('/settings');
});

it('says of a damaged run what is wrong, and does not call it gone', async () => {
  const { t } = show('bad-data');
  expect((await screen.findByRole('alert')).textContent).toContain('What is wrong with rgone.');
  expect(screen.queryByText(t('runs.gone'))).toBeNull();
});
