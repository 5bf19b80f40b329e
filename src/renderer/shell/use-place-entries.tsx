/** Places by name: screens, settings, guide pages, terms. Each is also found by its name in the other language. */
import type { SpotlightActionGroupData } from '@mantine/spotlight';
import { IconBook2, IconSettings, IconVocabulary } from '@tabler/icons-react';
import { useTexts, useTextsOfOther } from '../locales/use-texts';
import { useLocation } from 'wouter';
import { useShell } from '../connection/engine-context';
import { TERMS } from '../../shared/guide/glossary';
import { GUIDE_PAGES } from '../../shared/guide/guide';
import { SCREENS, screenRow } from '../../features/screens';
import { DRAWINGS } from '../../features/window';
import { DENSITIES } from '../../shared/look/scale';
import { CONTRASTS, LANGUAGES, MOTIONS, THEMES } from '../stores/preferences';

type Entries = SpotlightActionGroupData['actions'];

const picture = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/**
 * Settings by their text, the place where they are, the screen of that place, what can be chosen there, and other words
 * that people look for them by.
 */
const SETTINGS = [
  ['labels.title', '/data/labels', 'data', [], 'shell.also.labels'],
  ['labels.timeZone', '/data/labels', 'data', [], 'shell.also.timeZone'],
  ['labels.posters.title', '/data/labels', 'data', [], 'shell.also.posters'],
  ['settings.look', '/settings', 'settings', [], 'shell.also.look'],
  [
    'settings.language',
    '/settings',
    'settings',
    LANGUAGES.map((one) => `settings.languages.${one}` as const),
    'shell.also.language',
  ],
  [
    'settings.theme',
    '/settings',
    'settings',
    THEMES.map((one) => `settings.themes.${one}` as const),
    'shell.also.theme',
  ],
  [
    'settings.contrast',
    '/settings',
    'settings',
    CONTRASTS.map((one) => `settings.contrasts.${one}` as const),
    'shell.also.contrast',
  ],
  [
    'settings.density',
    '/settings',
    'settings',
    DENSITIES.map((one) => `settings.densities.${one}` as const),
    'shell.also.density',
  ],
  [
    'settings.motion',
    '/settings',
    'settings',
    MOTIONS.map((one) => `settings.motions.${one}` as const),
    'shell.also.motion',
  ],
  ['settings.workspace', '/settings', 'settings', ['settings.folder', 'settings.version'], 'shell.also.workspace'],
  ['updates.title', '/settings', 'settings', ['updates.agree'], 'shell.also.updates'],
  ['trash.title', '/settings', 'settings', ['trash.collect'], 'shell.also.trash'],
  ['device.choose', '/settings/device', 'device', ['device.choices.cpu', 'device.choices.gpu'], 'shell.also.device'],
  ['device.save', '/settings/device', 'device', ['device.help'], 'shell.also.diagnostics'],
] as const;

export function useScreenEntries(): Entries {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  return SCREENS.filter((screen) => screenRow(screen).from !== null).map((screen) => {
    const Picture = DRAWINGS[screen].icon;
    const { also } = screenRow(screen);
    return {
      id: `screen ${screen}`,
      label: t(`shell.screen.${screen}`),
      keywords: [other(`shell.screen.${screen}`), ...(also === undefined ? [] : [also.en, also.ko])],
      leftSection: <Picture {...picture} />,
      onClick: () => go(screenRow(screen).place),
    };
  });
}

export function useSettingEntries(): Entries {
  const t = useTexts();
  const other = useTextsOfOther();
  const [, go] = useLocation();
  const { desktop } = useShell();
  // A page in the browser updates nothing.
  return SETTINGS.filter(([text]) => desktop !== null || text !== 'updates.title').map(
    ([text, place, screen, choices, also]) => ({
      id: `setting ${text}`,
      label: t(text),
      description: t(`shell.screen.${screen}`),
      keywords: [other(text), ...[...choices, also].flatMap((one) => [t(one), other(one)])],
      leftSection: <IconSettings {...picture} />,
      onClick: () => go(place),
    }),
  );
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
