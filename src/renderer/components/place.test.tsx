/** IDs of any characters in the window's address. */
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { Link, Route, Router, useParams } from 'wouter';
import { partOfPlace, usePlace } from './place';

function Shown(): ReactNode {
  const { item } = useParams<{ item: string }>();
  return <output>{partOfPlace(item!)}</output>;
}

/** The ID shown at an address. */
function shownAt(hash: string): string | null {
  location.hash = hash;
  const { unmount } = render(
    <Router hook={usePlace}>
      <Route path="/titles/:item">
        <Shown />
      </Route>
    </Router>,
  );
  const shown = screen.queryByRole('status')?.textContent ?? null;
  unmount();
  return shown;
}

it.each(['100%', '%41', '50%25', '50%2Foff', 'a/b', 'a?b#c', '..', '%', '책 1', 'a b', '__proto__', '\u{1F4DA}'])(
  'shows a title named %j',
  (id) => {
    expect(shownAt(`#/titles/${encodeURIComponent(id)}`)).toBe(id);
  },
);

it.each(['%', '%E0%A4%A', 'a%zz'])('a foreign link with %j in it breaks no screen', (part) => {
  expect(shownAt(`#/titles/${part}`)).toBe(part);
});

it('writes links like the router', () => {
  render(
    <Router hook={usePlace}>
      <Link href={`/titles/${encodeURIComponent('100%')}`}>to it</Link>
    </Router>,
  );
  expect(screen.getByRole('link').getAttribute('href')).toBe('#/titles/100%25');
});
