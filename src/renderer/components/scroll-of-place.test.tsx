/** Where a box is scrolled to belongs to the place it shows. */
import { act, render } from '@testing-library/react';
import { useRef, type ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { useScrollOf } from './scroll-of-place';

beforeEach(() => sessionStorage.clear());

function Box({ place }: { place: string | null }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useScrollOf(box, place);
  return <div ref={box} data-testid="box" />;
}

it('another place begins at its top, and the first is where it was left', () => {
  const { rerender, getByTestId } = render(<Box place="one" />);
  const box = getByTestId('box');
  const scrollTo = (top: number): void => {
    box.scrollTop = top;
    act(() => void box.dispatchEvent(new Event('scroll')));
  };
  scrollTo(320);
  // Left at once, before the pause has passed.
  rerender(<Box place="two" />);
  expect(box.scrollTop).toBe(0);
  scrollTo(40);
  rerender(<Box place="one" />);
  expect(box.scrollTop).toBe(320);
  rerender(<Box place={null} />);
  rerender(<Box place="two" />);
  expect(box.scrollTop).toBe(40);
});
