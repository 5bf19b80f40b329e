/** The way back leads the keyboard to the link that was followed from a screen, and to no other. */
import { act, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { Link, useLocation } from 'wouter';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { useFocusOfPlace } from './way-back';

const LINKS: Readonly<Record<string, readonly string[]>> = {
  '/list': ['/one', '/two'],
  '/one': ['/list', '/two'],
  '/two': ['/list', '/one'],
};

function Screens(): ReactNode {
  const [place, go] = useLocation();
  useFocusOfPlace(place);
  return (
    <>
      <nav data-region tabIndex={-1}>
        <button onClick={() => go('/list')}>rail</button>
      </nav>
      <main id="content" data-region tabIndex={-1}>
        <div key={place}>
          <h1>{place}</h1>
          {LINKS[place]?.map((to) => (
            <Link key={to} href={to}>{`to ${to}`}</Link>
          ))}
        </div>
      </main>
    </>
  );
}

function opened() {
  const rendered = renderInWindow(<Screens />, { place: '/list' });
  const follow = async (to: string): Promise<void> => {
    const link = screen.getByText(`to ${to}`);
    act(() => link.focus());
    await rendered.user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: to });
  };
  return { ...rendered, follow };
}

it('has the focus again, with what was followed between left out', async () => {
  const { follow } = opened();
  await follow('/two');
  await follow('/one');
  expect(document.activeElement?.id).toBe('content');
  await follow('/list');
  await expect.poll(() => document.activeElement?.textContent).toBe('to /two');
});

it('does not have it where the screen is entered from the rail', async () => {
  const { follow, user } = opened();
  await follow('/two');
  await user.click(screen.getByText('rail'));
  await screen.findByRole('heading', { name: '/list' });
  await expect.poll(() => document.activeElement?.id).toBe('content');
});
