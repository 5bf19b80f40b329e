/** Help: every screen states its purpose, every page of the guide is drawn, every term is found in both languages. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { SHORTCUTS } from '../../../renderer/components/shortcuts';
import { HelpScreen } from './HelpScreen';
import { HelpOn, ScreenHelp } from '../../../renderer/shell/ScreenHelp';
import { openScreenHelp } from '../../../renderer/stores/screen-help';
import { GUIDE_PAGES } from '../../../shared/guide/guide';
import { SCREENS, screenRow } from '../../screens';
import { type Rendered, renderInWindow } from '../../../../tests/support/window/render-in-window';

const LANGUAGES = ['en', 'ko'] as const;
type Language = (typeof LANGUAGES)[number];

const openHelp = (place: string, language: Language = 'en'): Rendered =>
  renderInWindow(<Route path={screenRow('help').path} component={HelpScreen} />, { language, place });

describe.each(LANGUAGES)('help on a screen, in %s', (language) => {
  it.each(SCREENS)('%s: two sentences, its keys, its terms, and its page of the guide', (name) => {
    const { t } = renderInWindow(<HelpOn screen={name} onShortcuts={() => {}} />, { language });
    const { guide, terms } = screenRow(name).help;
    const purpose = t(`help.purposes.${name}`);
    expect(purpose.match(/\.(?= |$)/g)).toHaveLength(2);
    expect(screen.getByText(purpose)).toBeTruthy();
    expect(screen.getByRole('link', { name: t(`help.pages.${guide}`) }).getAttribute('href')).toBe(`/help/${guide}`);
    for (const { keys, what } of SHORTCUTS.filter(({ on }) => on.includes(name))) {
      const row = screen.getByRole('row', { name: (text) => text.startsWith(t(`shell.shortcuts.${what}`)) });
      for (const key of keys) expect(within(row).getByText(key)).toBeTruthy();
    }
    expect(terms.length).toBeGreaterThan(1);
    for (const term of terms) expect(screen.getByText(t(`help.meanings.${term}`))).toBeTruthy();
  });

  it.each(GUIDE_PAGES)(
    'draws the page %s with its pictures, and its links stay in the help',
    { tags: ['thorough'] },
    async (page) => {
      const { t } = openHelp(`/help/${page}`, language);
      expect(screen.getByRole('heading', { level: 1, name: t(`help.pages.${page}`) })).toBeTruthy();
      await screen.findAllByRole('listitem');
      for (const picture of document.querySelectorAll('figure'))
        expect(picture.querySelector('img')?.getAttribute('src')).toMatch(new RegExp(`/${language}/[\\w-]+\\.png`));
      expect(document.querySelector('main, body')!.textContent).not.toMatch(/\*\*|\]\(|\.md\b/);
      for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^\/help/);
    },
  );
});

it('focuses a part of a page, in either language', async () => {
  const { t } = openHelp('/help/export/prove-a-model');
  await screen.findByRole('heading', { name: 'Prove a model' });
  await expect.poll(() => document.activeElement?.textContent).toBe('Prove a model');
  expect(screen.getByRole('link', { name: t('help.all') })).toBeTruthy();
});

it('reports a missing page, with a way back', () => {
  const { t } = openHelp('/help/nowhere');
  expect(screen.getByRole('heading', { name: t('help.missing') })).toBeTruthy();
  expect(screen.getByRole('link', { name: t('help.all') }).getAttribute('href')).toBe('/help');
});

it('the glossary finds a term by its name in the other language', async () => {
  const { user, t } = openHelp('/help/glossary');
  await user.type(screen.getByLabelText(t('help.find')), '모델 파일');
  expect(screen.getByText(t('help.meanings.bundle'))).toBeTruthy();
  expect(screen.queryByText(t('help.meanings.profile'))).toBeNull();
  await user.type(screen.getByLabelText(t('help.find')), ' x');
  expect(screen.getByText(t('help.noTerm'))).toBeTruthy();
});

it('is about the open screen, and links to the guide', async () => {
  const { user, t, place } = renderInWindow(<ScreenHelp onShortcuts={() => {}} />, { place: '/runs/r1' });
  openScreenHelp();
  await screen.findByText(t('help.purposes.run'));
  await user.click(screen.getByRole('link', { name: t('help.pages.train') }));
  expect(place()).toBe('/help/train');
});
