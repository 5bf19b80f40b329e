/** The list of childs leads to the lists that look odd, and says how many there are. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { autoencoderRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { reviewPage, reviewRow } from '../../../../tests/support/window/review-row';
import { OddLists } from './OddLists';

const renderOdd = (odd: number) =>
  renderInWindow(<OddLists run={autoencoderRun()} all={602} />, {
    answers: ({ review }) => ({
      review: { queue: review.queue.handler(() => ({ ...reviewPage([reviewRow({ profile: '7' })]), odd })) },
    }),
  });

it('leads to Review, with their number', async () => {
  const { user, t, place } = renderOdd(219);
  await user.click(await screen.findByRole('link', { name: t('profiles.oddCount', { count: 219, all: 602 }) }));
  await waitFor(() => expect(place()).toBe('/review'));
});
