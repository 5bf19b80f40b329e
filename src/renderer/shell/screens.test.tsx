/** The screens are the same, in the same order, wherever the window names them. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Rail } from './Rail';
import { ShortcutsOverlay } from './ShortcutsOverlay';
import { NUMBERED_SCREENS, screenRow, screensFrom } from '../../features/screens';
import { useSelection } from '../stores/selection';
import { renderInWindow } from '../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../tests/support/tried';

it.each(['en', 'ko'] as const)(
  'the rail lists each, with its digit as long as there are digits, and opens it: %s',
  (language) => {
    renderInWindow(<Rail />, { language });
    const links = screen.getAllByRole('link');
    expect(
      links.map((link) => [
        link.querySelector('span')!.textContent,
        link.getAttribute('href'),
        link.getAttribute('aria-keyshortcuts'),
      ]),
    ).toEqual(
      [...screensFrom('rail'), ...screensFrom('foot')].map((one) => [
        screenRow(one).name[language],
        screenRow(one).place,
        NUMBERED_SCREENS.includes(one) ? `Control+${NUMBERED_SCREENS.indexOf(one) + 1}` : null,
      ]),
    );
  },
);

it.each(TRIED_LANGUAGES)('the rail says what a screen waits for, until it is there: %s', (language) => {
  const { t } = renderInWindow(<Rail />, { language });
  const waiting = (): (string | null)[] =>
    (['week', 'profiles', 'rules', 'runs'] as const).map((one) =>
      screen.getByRole('link', { name: t(`shell.screen.${one}`) }).getAttribute('aria-description'),
    );
  const data = t('shell.waits.data');
  expect(waiting()).toEqual([null, data, data, null]);
  act(() => {
    useSelection.setState({ dataset: 'd1' });
  });
  expect(waiting()).toEqual([null, null, null, null]);
  act(() => {
    useSelection.setState({ dataset: null, runId: null });
  });
});

it('shows the digits while Ctrl is held, so that none looks like a count', async () => {
  renderInWindow(<Rail />);
  const digits = (): (string | null)[] =>
    Array.from(document.querySelectorAll('a kbd'), ({ textContent }) => textContent);
  expect(digits()).toEqual([]);
  fireEvent.keyDown(window, { key: 'Control' });
  await waitFor(() => expect(digits()).toEqual(['1', '2', '3', '4', '5']));
  fireEvent.keyUp(window, { key: 'Control' });
  expect(digits()).toEqual([]);
  // A shortcut is no search for help.
  fireEvent.keyDown(window, { key: 'Control' });
  fireEvent.keyDown(window, { key: '2', ctrlKey: true });
  fireEvent.keyUp(window, { key: 'Control' });
  expect(digits()).toEqual([]);
});

it('the list of shortcuts has each with the same digit', () => {
  const { t } = renderInWindow(<ShortcutsOverlay opened onClose={() => {}} />);
  for (const [index, one] of NUMBERED_SCREENS.entries()) {
    const row = screen.getByRole('row', {
      name: (name) => name.startsWith(t('shell.shortcuts.goTo', { screen: screenRow(one).name.en })),
    });
    expect(within(row).getByText(String(index + 1))).toBeTruthy();
  }
});
