/** A notice with Undo goes with what it undoes, and speaks the window's language. */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useLocation } from 'wouter';
import type { ReactNode } from 'react';
import { textsIn } from '../../shared/words/texts';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { addUndo, useNotices } from '../stores/notices';
import { usePreferences } from '../stores/preferences';
import { NoticeBar } from './NoticeBar';

beforeEach(() => useNotices.setState({ notices: [] }));

function Window(): ReactNode {
  const [, go] = useLocation();
  return (
    <>
      {['/review', '/rules', '/export'].map((place) => (
        <button key={place} type="button" onClick={() => go(place)}>
          {place}
        </button>
      ))}
      <NoticeBar />
    </>
  );
}

it('follows to the screens where it is seen, and no further', async () => {
  const { user } = renderInWindow(<Window />);
  await user.click(screen.getByRole('button', { name: '/review' }));
  act(
    () =>
      void addUndo(
        () => 'Done',
        ['rules'],
        async () => undefined,
      ),
  );
  await screen.findByText('Done');
  await user.click(screen.getByRole('button', { name: '/rules' }));
  screen.getByText('Done');
  await user.click(screen.getByRole('button', { name: '/export' }));
  await waitFor(() => expect(screen.queryByText('Done')).toBeNull());
});

it('leads to where what was done is seen, until one is there', async () => {
  const { user, place } = renderInWindow(<Window />);
  await user.click(screen.getByRole('button', { name: '/review' }));
  act(
    () =>
      void addUndo(
        () => 'Done',
        ['rules'],
        async () => undefined,
        undefined,
        { place: '/rules/hide-1', label: () => 'See it' },
      ),
  );
  await user.click(await screen.findByRole('link', { name: 'See it' }));
  expect(place()).toBe('/rules/hide-1');
  screen.getByText('Done');
  expect(screen.queryByRole('link', { name: 'See it' })).toBeNull();
});

it('stays on every screen where all are about it', async () => {
  const { user } = renderInWindow(<Window />);
  act(
    () =>
      void addUndo(
        () => 'Done',
        null,
        async () => undefined,
      ),
  );
  await user.click(screen.getByRole('button', { name: '/export' }));
  expect(await screen.findByText('Done')).toBeTruthy();
});

it('changes its words with the language', async () => {
  renderInWindow(<Window />);
  act(
    () =>
      void addUndo(
        (t) => t('compare.wasReset'),
        null,
        async () => undefined,
      ),
  );
  await screen.findByText(textsIn('en')('compare.wasReset'));
  act(() => void usePreferences.setState({ language: 'ko' }));
  expect(await screen.findByText(textsIn('ko')('compare.wasReset'))).toBeTruthy();
});
