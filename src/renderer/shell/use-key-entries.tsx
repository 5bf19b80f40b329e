/** What the keys of a screen do, by name: a palette that is opened there finds it, and says its key. */
import { type SpotlightActionGroupData, useSpotlight } from '@mantine/spotlight';
import { IconKeyboard } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { screenAt } from '../../features/screens';
import { shortcutsOn } from '../components/shortcuts';
import { actOfKey } from '../components/use-keys';
import { useTexts, useTextsOfOther } from '../locales/use-texts';
import { paletteStore } from './palette-store';

/** A letter, alone or with Shift: other keys move, and are of no use by name. */
const isLetter = (keys: readonly string[]): boolean =>
  /^[A-Z]$/.test(keys.at(-1)!) && (keys.length === 1 || (keys.length === 2 && keys[0] === 'Shift'));

export function useKeyEntries(): SpotlightActionGroupData['actions'] {
  const t = useTexts();
  const other = useTextsOfOther();
  const [place] = useLocation();
  const screen = screenAt(place);
  // What is on the screen is known once the palette opens over it.
  const { opened } = useSpotlight(paletteStore);
  if (screen === null || !opened) return [];
  return shortcutsOn(screen).flatMap(({ keys, what }) => {
    const act = isLetter(keys) ? actOfKey(keys.join('+')) : null;
    if (act === null) return [];
    return {
      id: `key ${what}`,
      label: t(`shell.shortcuts.${what}`),
      description: keys.join(' + '),
      keywords: [other(`shell.shortcuts.${what}`)],
      leftSection: <IconKeyboard size={18} stroke={1.6} aria-hidden />,
      onClick: () => onceReturned(act),
    };
  });
}

/** Milliseconds between looks at where the focus is, and how many there are: after them, what had it is gone. */
const STEP = 20;
const MOST_LOOKS = 20;

/** The palette gives the focus back as it closes; a key acts on what has the focus, or moves it. */
function onceReturned(act: () => void, looks = MOST_LOOKS): void {
  setTimeout(() => {
    const here = document.activeElement;
    const isReturned = here !== null && here !== document.body && here.closest('[role="dialog"]') === null;
    if (isReturned || looks === 0) act();
    else onceReturned(act, looks - 1);
  }, STEP);
}
