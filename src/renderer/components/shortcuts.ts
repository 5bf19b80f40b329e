/** All shortcuts of the window. The list of shortcuts and the help of each screen come from this table. */
import { NUMBERED_SCREENS, type ScreenName } from '../../features/screens';

const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac');
const MOD = isMac ? '⌘' : 'Ctrl';

interface Shortcut {
  readonly keys: readonly string[];
  /** Key of its text below shell.shortcuts. */
  readonly what: ShortcutName;
  /** Screens on which it works; absent for all. */
  readonly on: readonly ScreenName[];
}

type ShortcutName =
  | 'palette'
  | 'mainAction'
  | 'weekStep'
  | 'nextRegion'
  | 'previousRegion'
  | 'enterList'
  | 'find'
  | 'open'
  | 'reviewed'
  | 'compareTwo'
  | 'choosePoint'
  | 'zoomMap'
  | 'moveMap'
  | 'wholeMap'
  | 'decideFine'
  | 'decideRule'
  | 'decideAgain'
  | 'nextProfile'
  | 'back'
  | 'owner'
  | 'allFine'
  | 'allRule'
  | 'allAgain'
  | 'why'
  | 'whyNot'
  | 'whatIf'
  | 'tune'
  | 'form'
  | 'before'
  | 'details'
  | 'childScreen'
  | 'note'
  | 'nextMask'
  | 'secondRun'
  | 'swap'
  | 'pinTitle'
  | 'boostTitle'
  | 'hideTitle'
  | 'undo'
  | 'escape'
  | 'help';

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: [MOD, 'K'], what: 'palette', on: [] },
  { keys: [MOD, 'Enter'], what: 'mainAction', on: [] },
  { keys: ['1 – 5'], what: 'weekStep', on: ['week'] },
  { keys: ['F6'], what: 'nextRegion', on: [] },
  { keys: ['Shift', 'F6'], what: 'previousRegion', on: [] },
  { keys: ['↓'], what: 'enterList', on: ['profiles', 'titles', 'review', 'changes'] },
  { keys: ['/'], what: 'find', on: ['profiles', 'titles', 'map', 'help'] },
  { keys: ['Enter'], what: 'open', on: ['profiles', 'titles', 'map', 'review'] },
  { keys: ['F'], what: 'decideFine', on: ['review', 'compare'] },
  { keys: ['R'], what: 'decideRule', on: ['review', 'compare'] },
  { keys: ['A'], what: 'decideAgain', on: ['review', 'compare'] },
  { keys: ['O'], what: 'owner', on: ['compare'] },
  { keys: ['Shift', 'F'], what: 'allFine', on: ['review', 'changes'] },
  { keys: ['Shift', 'R'], what: 'allRule', on: ['review', 'changes'] },
  { keys: ['Shift', 'A'], what: 'allAgain', on: ['review', 'changes'] },
  { keys: ['X'], what: 'reviewed', on: ['profiles'] },
  { keys: ['C'], what: 'compareTwo', on: ['profiles'] },
  { keys: ['V'], what: 'childScreen', on: ['compare', 'review', 'profiles', 'segment', 'titles'] },
  { keys: ['X'], what: 'choosePoint', on: ['map'] },
  { keys: ['+', '-'], what: 'zoomMap', on: ['map'] },
  { keys: ['↑', '↓', '←', '→'], what: 'moveMap', on: ['map'] },
  { keys: ['0'], what: 'wholeMap', on: ['map'] },
  { keys: ['J', 'K'], what: 'nextProfile', on: ['compare'] },
  { keys: ['U'], what: 'back', on: ['compare'] },
  { keys: ['Y'], what: 'why', on: ['compare'] },
  { keys: ['Shift', 'Y'], what: 'whyNot', on: ['compare'] },
  { keys: ['W'], what: 'whatIf', on: ['compare'] },
  { keys: ['T'], what: 'tune', on: ['compare'] },
  { keys: ['L'], what: 'form', on: ['compare', 'review'] },
  { keys: ['\\'], what: 'before', on: ['compare'] },
  { keys: ['D'], what: 'details', on: ['compare'] },
  { keys: ['N'], what: 'note', on: ['compare'] },
  { keys: ['M'], what: 'nextMask', on: ['compare'] },
  { keys: ['Shift', 'R'], what: 'secondRun', on: ['compare'] },
  { keys: ['S'], what: 'swap', on: ['compare'] },
  { keys: ['P'], what: 'pinTitle', on: ['compare'] },
  { keys: ['B'], what: 'boostTitle', on: ['compare'] },
  { keys: ['H'], what: 'hideTitle', on: ['compare'] },
  { keys: [MOD, 'Z'], what: 'undo', on: [] },
  { keys: ['Esc'], what: 'escape', on: [] },
  { keys: ['?'], what: 'help', on: [] },
];

export const keysOf = (what: ShortcutName): readonly string[] => SHORTCUTS.find((one) => one.what === what)!.keys;

/** Digits that open screens. */
export const SCREEN_KEYS = NUMBERED_SCREENS.map((screen, index) => ({ keys: [MOD, String(index + 1)], screen }));

export const shortcutsOn = (screen: ScreenName): readonly Shortcut[] =>
  SHORTCUTS.filter(({ on }) => on.includes(screen));
