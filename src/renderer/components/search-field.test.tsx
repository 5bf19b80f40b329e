/** The search field of a screen. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useOpenList } from '../stores/open-list';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { SearchField } from './SearchField';

it('is entered by a key from anywhere on the screen, with what stands in it selected, and takes the same key as text', async () => {
  const typed: string[] = [];
  const { user } = renderInWindow(
    <>
      <button type="button">elsewhere</button>
      <SearchField aria-label="Find" value="owl" onText={(text) => typed.push(text)} clearLabel="Clear" />
    </>,
    { place: '/' },
  );
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Find' });
  await user.click(screen.getByRole('button', { name: 'elsewhere' }));
  await user.keyboard('/');
  expect(document.activeElement).toBe(field);
  expect([field.selectionStart, field.selectionEnd, typed.length]).toEqual([0, 3, 0]);
  await user.keyboard('/');
  expect(typed).toEqual(['/']);
});

it.each(['{Enter}', '{ArrowDown}'])('leads into the list of the screen with %s', async (key) => {
  let entered = 0;
  useOpenList.setState({ enter: () => entered++ });
  const { user } = renderInWindow(<SearchField aria-label="Find" value="owl" onText={() => {}} clearLabel="Clear" />);
  await user.click(screen.getByRole('textbox', { name: 'Find' }));
  await user.keyboard(key);
  useOpenList.setState({ enter: null });
  expect(entered).toBe(1);
});
