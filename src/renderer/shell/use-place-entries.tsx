/** Places by name: screens, settings, guide pages, terms. Each is also found by its name in the other language. */
import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconBook2, IconSettings, IconVocabulary } from '@tabler/icons-react';
import { useTexts, useTextsOfOther } from '../locales/use-texts';
import { useLocation } from 'wouter';
import { TERMS } from '../../shared/guide/glossary';
import { GUIDE_PAGES } from '../../shared/guide/guide';
import { SCREENS, screenRow } from '../../features/screens';
import { DRAWINGS } from '../../features/window';

type Entries = SpotlightActionGroupData['actions'];

const picture = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** Settings by their text, the place where they are, the screen of that place, and what can be chosen there. */
const SETTINGS = [
  ['labels.title', '/data/labels', 'data', []],
  ['labels.timeZone', '/data/labels', 'data', []],
  ['labels.posters.title', '/data/labels', 'data', []],
  ['settings.language', '/settings', 'settings', ['settings.languages.en', 'settings.languages.ko']],
  ['settings.theme', '/settings', 'settings', ['settings.themes.light', 'settings.themes.dark']],
  ['settings.contrast', '/settings', 'settings', ['settings.contrasts.high']],
  ['settings.density', '/settings', 'settings', ['settings.densities.comfortable', 'settings.densities.compact']],
  ['settings.motion', '/settings', 'settings', []],
  ['settings.workspace', '/settings', 'settings', []],
  ['trash.title', '/settings', 'settings', []],
  ['device.choose', '/settings/device', 'device', []],
  ['device.save', '/settings/device', 'device', []],
] as const;

export function useScreenEntries(): Entries {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  return SCREENS.filter((screen) => screenRow(screen).from !== null).map((screen) => {
    const Picture = DRAWINGS[screen].icon;
    return {
      id: `screen ${screen}`,
      label: t(`shell.screen.${screen}`),
      keywords: [other(`shell.screen.${screen}`)],
      leftSection: <Picture {...picture} />,
      onClick: () => go(screenRow(screen).place),
    };
  });
}

export function useSettingEntries(): Entries {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  return SETTINGS.map(([text, place, screen, choices]) => ({
    id: `setting ${text}`,
    label: t(text),
    description: t(`shell.screen.${screen}`),
    keywords: [other(text), ...choices.flatMap((choice) => [t(choice), other(choice)])],
    leftSection: <IconSettings {...picture} />,
    onClick: () => go(place),
  }));
}

/** @param withTerms terms are many: include them once the user has typed */
export function useHelpEntries(withTerms: boolean): Entries {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  const pages = GUIDE_PAGES.map((page) => ({
    id: `guide ${page}`,
    label: t(`help.pages.${page}`),
    description: t('help.guide'),
    keywords: [other(`help.pages.${page}`)],
    leftSection: <IconBook2 {...picture} />,
    onClick: () => go(`/help/${page}`),
  }));
  const terms = TERMS.map((term) => ({
    id: `term ${term}`,
    label: t(`help.terms.${term}`),
    description: t('help.glossary'),
    keywords: [other(`help.terms.${term}`)],
    leftSection: <IconVocabulary {...picture} />,
    onClick: () => go(`/help/glossary/${term}`),
  }));
  return withTerms ? [...pages, ...terms] : pages;
}
