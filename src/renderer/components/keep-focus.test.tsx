/** A button that is disabled while it works gives the focus back to who pressed it. */
import { Button } from '@mantine/core';
import { act, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import './keep-focus';

let end = (): void => undefined;

function Working(): ReactNode {
  const [works, setWorks] = useState(false);
  end = () => setWorks(false);
  return (
    <>
      <Button loading={works} onClick={() => setWorks(true)}>
        Start
      </Button>
      <Button>Another</Button>
    </>
  );
}

async function press() {
  const { user } = renderInWindow(<Working />);
  const start = screen.getByText('Start').closest('button')!;
  await user.click(start);
  expect(start.disabled).toBe(true);
  // As browsers do, which the environment of these tests does not.
  start.blur();
  return { start };
}

it('has the focus again once it can be pressed', async () => {
  const { start } = await press();
  act(() => end());
  await expect.poll(() => document.activeElement).toBe(start);
});

function Removed(): ReactNode {
  const [isThere, setThere] = useState(true);
  return (
    <main id="content" tabIndex={-1}>
      <section aria-label="Around">
        {isThere && <Button onClick={() => setThere(false)}>Once</Button>}
        <p>What came of it</p>
      </section>
    </main>
  );
}

it('stays in the part of the screen from which what had it is removed', async () => {
  const { user } = renderInWindow(<Removed />);
  await user.click(screen.getByRole('button', { name: 'Once' }));
  const part = screen.getByRole('region', { name: 'Around' });
  await expect.poll(() => document.activeElement).toBe(part);
  act(() => part.blur());
  expect(part.hasAttribute('tabindex')).toBe(false);
});

it('leaves the focus where it has moved meanwhile', async () => {
  await press();
  const another = screen.getByText('Another').closest('button')!;
  another.focus();
  act(() => end());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(document.activeElement).toBe(another);
});
