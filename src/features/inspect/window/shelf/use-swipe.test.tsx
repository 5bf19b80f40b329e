/** Which movements of fingers count as a swipe to the left or right. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useSwipe } from './use-swipe';

const said: string[] = [];
const Swiped = (): ReactNode => (
  <p {...useSwipe({ left: () => said.push('left'), right: () => said.push('right') })}>shelf</p>
);
afterEach(cleanup);
const at = (x: number, y: number) => ({ clientX: x, clientY: y });

it.each([
  ['left', [at(300, 400)], at(200, 420), ['left']],
  ['right', [at(100, 400)], at(220, 380), ['right']],
  ['scrolling', [at(300, 400)], at(220, 250), []],
  ['a tap', [at(300, 400)], at(290, 400), []],
  ['two fingers', [at(300, 400), at(200, 400)], at(100, 400), []],
])('tells a swipe from a scroll, a tap and a pinch: %s', (_, touches, end, expected) => {
  said.length = 0;
  render(<Swiped />);
  const shelf = screen.getByText('shelf');
  fireEvent.touchStart(shelf, { touches });
  fireEvent.touchEnd(shelf, { changedTouches: [end] });
  expect(said).toEqual(expected);
});
