/** A part of the queue without lists leads on. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EmptyQueue } from './EmptyQueue';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';

function shown(waiting: number) {
  const asked: string[] = [];
  const rendered = renderInWindow(
    <EmptyQueue waiting={waiting} onWaiting={() => asked.push('waiting')} onSample={() => asked.push('sample')} />,
  );
  return { ...rendered, asked };
}

it('to the lists that wait elsewhere in it, not to a sample', async () => {
  const { user, t, asked } = shown(171);
  screen.getByText(t('checks.waitElsewhere', { count: 171 }));
  await user.click(screen.getByRole('button', { name: t('checks.showWaiting') }));
  expect(asked).toEqual(['waiting']);
});

it('to a sample of the rest once all are decided', async () => {
  const { user, t, asked } = shown(0);
  await user.click(screen.getByRole('button', { name: t('checks.emptyAction') }));
  expect(asked).toEqual(['sample']);
});
