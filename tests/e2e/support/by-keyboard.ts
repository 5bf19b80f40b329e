/** Uses the shortcuts listed by `?`, the palette, Tab, arrows and Enter; never the mouse. */
import { expect } from 'vitest';
import type { Locator } from 'playwright-core';
import type { AppWindow, ScreenName } from '../pages/app-window';
import { ChangesPage } from '../pages/changes-page';
import { ComparePage } from '../pages/compare-page';
import { PathDialog } from '../pages/path-dialog';
import { ProfilesPage } from '../pages/profiles-page';
import { ReviewPage } from '../pages/review-page';
import { RulesPage } from '../pages/rules-page';
import { TitlesPage } from '../pages/titles-page';
import type { Hands } from './hands';
import { press, takeFromPalette, typeOver, walkTo } from './keyboard';

export function byKeyboard(window: AppWindow): Hands {
  const { page, content, t } = window;
  const { keyboard } = page;
  const compare = new ComparePage(window);
  const profiles = new ProfilesPage(window);
  const titles = new TitlesPage(window);
  const review = new ReviewPage(window);
  const rules = new RulesPage(window);
  const changes = new ChangesPage(window);
  const goTo = (screen: ScreenName): Promise<void> =>
    press(window, t('shell.shortcuts.goTo', { screen: t(`shell.screen.${screen}`) }));
  const doMainAction = (): Promise<void> => press(window, t('shell.shortcuts.mainAction'));
  const takeByName = async (name: string): Promise<void> => {
    await press(window, t('shell.shortcuts.palette'));
    await takeFromPalette(page, name);
  };
  const walkAndPress = async (target: Locator, key: 'Enter' | 'Space' | 'ArrowDown'): Promise<void> => {
    await walkTo(page, target);
    await keyboard.press(key);
  };

  return {
    async openFolder(folder) {
      await takeByName(t('shell.palette.openFolder'));
      const dialog = new PathDialog(window, 'folders.data');
      await typeOver(page, dialog.address, folder);
      await keyboard.press('Enter');
      // Waits until the opened folder's contents are listed.
      await expect.poll(() => dialog.chooseThis.isEnabled()).toBe(true);
      await walkAndPress(dialog.chooseThis, 'Enter');
      await window.button(t('data.look.read')).waitFor();
      await doMainAction();
    },
    openSample: () => takeByName(t('shell.palette.openSample')),
    async trainQuick() {
      await goTo('train');
      const presets = window.content.getByRole('radiogroup', { name: t('train.preset') });
      await walkTo(page, presets.getByRole('radio', { checked: true }));
      const quick = presets.getByRole('radio', { name: t('train.presetHelp.quick') });
      for (let steps = 0; steps < 20 && !(await quick.isChecked()); steps++) await keyboard.press('ArrowUp');
      await doMainAction();
    },
    seeRun: (name) => takeByName(name),
    async openProfile(row) {
      await goTo('profiles');
      const profile = await profiles.idInRow(row);
      await walkTo(page, profiles.firstCell);
      for (let below = 1; below < row; below++) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      return profile;
    },
    async seeHits() {
      await walkTo(page, window.content.getByRole('tab', { selected: true }));
      await keyboard.press('ArrowRight');
    },
    askWhy: () => press(window, t('shell.shortcuts.why')),
    async hideHalfOfTheHistory() {
      await press(window, t('shell.shortcuts.tune'));
      await expect.poll(() => compare.hiddenShare.evaluate((slider) => slider === document.activeElement)).toBe(true);
      for (let step = 0; step < 10; step++) await keyboard.press('ArrowRight');
    },
    // It is above the sliders.
    async resetTuning() {
      await walkTo(page, compare.reset, 'Shift+Tab');
      await keyboard.press('Enter');
    },
    async writeNote(text) {
      await press(window, t('shell.shortcuts.note'));
      const note = page.getByRole('dialog');
      await typeOver(page, note.getByRole('textbox'), text);
      await keyboard.press('Escape');
    },
    nextProfile: () => keyboard.press('j'),
    markReviewed: () => press(window, t('shell.shortcuts.decideFine')),
    async saveSegment(name) {
      await goTo('profiles');
      await walkAndPress(profiles.noted, 'Space');
      await profiles.segmentName.waitFor();
      await walkTo(page, profiles.segmentName, 'Shift+Tab');
      await keyboard.type(name);
      await keyboard.press('Enter');
    },
    async findTitle(text) {
      await goTo('titles');
      await walkTo(page, titles.find);
      await keyboard.type(text);
      await titles.untilOne();
      await walkAndPress(titles.firstCell, 'Enter');
    },
    async makeRuleOfAudience() {
      await walkAndPress(titles.reach, 'Enter');
      // Enter in the field asks.
      await keyboard.press('Enter');
      await titles.makeFirstRule.waitFor();
      await walkAndPress(titles.makeFirstRule, 'Enter');
    },
    async writeRule(title) {
      await goTo('rules');
      await walkAndPress(rules.campaign, 'Enter');
      await typeOver(page, rules.findTitles, title);
      await rules.titleNamed(title).waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await rules.untilEffect('pin-1');
    },
    async reviewTwo() {
      await goTo('review');
      const first = await review.child();
      await press(window, t('shell.shortcuts.decideFine'));
      const second = await review.child(first);
      await press(window, t('shell.shortcuts.decideRule'));
      await walkAndPress(review.later, 'Enter');
      await review.child(second);
      return [first, second];
    },
    async decideAlike() {
      await review.alike.waitFor();
      await press(window, t('shell.shortcuts.allFine'));
      await review.latest.waitFor();
      await press(window, t('shell.shortcuts.undo'));
    },
    async compareRuns(names) {
      await goTo('runs');
      for (const name of names)
        await walkAndPress(window.content.getByRole('checkbox', { name: t('runs.pickOne', { name }) }), 'Space');
      await walkAndPress(window.button(t('runs.compare')), 'Enter');
    },
    async seeWhatChanged() {
      const parts = window.content.getByRole('radiogroup', { name: t('changes.picture') });
      await walkTo(page, parts.getByRole('radio', { checked: true }));
      // From the last to the first.
      await page.keyboard.press('ArrowRight');
    },
    async decideChanged() {
      await review.changedFine.waitFor();
      await press(window, t('shell.shortcuts.allFine'));
      await review.allDecided.waitFor();
      await press(window, t('shell.shortcuts.undo'));
    },
    openSegment: (name) => takeByName(name),
    async reportSince() {
      await walkAndPress(content.getByRole('link', { name: t('report.open'), exact: true }), 'Enter');
      await walkAndPress(content.getByRole('combobox', { name: t('report.since') }), 'ArrowDown');
    },
    takeExported: () => walkAndPress(changes.after, 'ArrowDown'),
    verify: () => walkAndPress(window.button(t('runs.verify')), 'Enter'),
    async exportSubmission(folder, name) {
      await goTo('export');
      await window.heading(t('exporting.preview')).waitFor();
      await doMainAction();
      const dialog = new PathDialog(window, 'titleSave');
      await typeOver(page, dialog.address, folder);
      await keyboard.press('Enter');
      await walkTo(page, dialog.fileName);
      await typeOver(page, dialog.fileName, name);
      // Enter only saves once the opened folder is shown; a click would wait by itself.
      await expect.poll(() => dialog.save.isEnabled()).toBe(true);
      await keyboard.press('Enter');
    },
    async exportAgain() {
      await goTo('export');
      await window.heading(t('exporting.preview')).waitFor();
      await doMainAction();
      const dialog = new PathDialog(window, 'titleSave');
      await expect.poll(() => dialog.save.isEnabled()).toBe(true);
      await walkTo(page, dialog.save, 'Shift+Tab');
      await keyboard.press('Enter');
    },
  };
}
