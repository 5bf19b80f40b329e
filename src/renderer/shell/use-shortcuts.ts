/** Shortcuts that work everywhere. */
import { useHotkeys } from '@mantine/hooks';
import { useLocation } from 'wouter';
import { NUMBERED_SCREENS, screenRow } from '../../features/screens';
import { reachRegion } from '../components/keep-focus';
import { useKeys } from '../components/use-keys';
import { useMainActionStore } from '../stores/main-action';
import { useOpenList } from '../stores/open-list';
import { openScreenHelp } from '../stores/screen-help';

/** Moves the focus to the next landmark of the window, in page order. */
function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = here === -1 ? 0 : (here + step + regions.length) % regions.length;
  if (regions[next] !== undefined) reachRegion(regions[next]);
}

function doMainAction(): void {
  const { action } = useMainActionStore.getState();
  if (action !== null && action.blocked === null) action.run();
}

/** From the screen itself, which has the focus once it is opened, and from nothing: past all that stands above its list. */
function enterList(event: KeyboardEvent): void {
  const { enter } = useOpenList.getState();
  const here = document.activeElement;
  if (enter === null || (here !== document.body && here?.id !== 'content')) return;
  event.preventDefault();
  enter();
}

export function useShortcuts(openPalette: () => void): void {
  const [, go] = useLocation();
  // These keys type no text, so they work inside fields too.
  useHotkeys(
    [
      ['mod+K', openPalette],
      ['mod+Enter', doMainAction],
      ['F6', () => goToRegion(1)],
      ['shift+F6', () => goToRegion(-1)],
      ...NUMBERED_SCREENS.map((screen, index): [string, () => void] => [
        `mod+${index + 1}`,
        () => go(screenRow(screen).place),
      ]),
    ],
    [],
  );
  useKeys([
    ['shift+?', openScreenHelp],
    ['ArrowDown', enterList],
  ]);
}
