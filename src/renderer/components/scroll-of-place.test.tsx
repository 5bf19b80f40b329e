/** Where a box is scrolled to belongs to the place it shows. */
import { act, cleanup, render } from '@testing-library/react';
import { useRef, type ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { useScrollOf } from './scroll-of-place';

beforeEach(() => {
  cleanup();
  sessionStorage.clear();
});

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

it('is no longer restored once the user acts, while the screen still grows', async () => {
  const { rerender, getByTestId } = render(<Box place="one" />);
  const box = getByTestId('box');
  let [top, most] = [0, 1000];
  Object.defineProperty(box, 'scrollTop', {
    get: () => top,
    set: (value: number) => {
      top = Math.min(value, most);
    },
  });
  box.scrollTop = 320;
  act(() => void box.dispatchEvent(new Event('scroll')));
  rerender(<Box place="two" />);
  const growTo = async (height: number): Promise<void> => {
    most = height;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  };
  most = 50;
  rerender(<Box place="one" />);
  await growTo(100);
  expect(box.scrollTop).toBe(100);
  window.dispatchEvent(new Event('pointerdown'));
  await growTo(1000);
  expect(box.scrollTop).toBe(100);
});
