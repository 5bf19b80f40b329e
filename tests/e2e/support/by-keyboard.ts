/** The keys that `?` lists, the palette, Tab, arrows and Enter; the mouse is never touched. */
import type { AppWindow } from '../pages/app-window';
import { ComparePage } from '../pages/compare-page';
import { PathDialog } from '../pages/path-dialog';
import { ProfilesPage } from '../pages/profiles-page';
import { press, typeOver, walkTo } from './keyboard';
import type { MainJob } from './main-job';

export function byKeyboard(window: AppWindow): MainJob {
  const { page, t } = window;
  const { keyboard } = page;
  const compare = new ComparePage(window);
  const profiles = new ProfilesPage(window);
  const goTo = (screen: 'train' | 'profiles' | 'export'): Promise<void> =>
    press(window, t('shell.shortcuts.goTo', { screen: t(`shell.screen.${screen}`) }));
  const doMainAction = (): Promise<void> => press(window, t('shell.shortcuts.mainAction'));

  return {
    async openFolder(folder) {
      await press(window, t('shell.shortcuts.palette'));
      await keyboard.type(t('shell.palette.openFolder'));
      await keyboard.press('Enter');
      const dialog = new PathDialog(window, 'titleFolder');
      await typeOver(page, dialog.address, folder);
      await keyboard.press('Enter');
      await walkTo(page, dialog.chooseThis);
      await keyboard.press('Enter');
    },
    async trainQuick() {
      await goTo('train');
      const presets = window.content.getByRole('radiogroup', { name: t('train.preset') });
      await walkTo(page, presets.getByRole('radio', { checked: true }));
      const quick = presets.getByRole('radio', { name: t('train.presetHelp.quick') });
      for (let steps = 0; steps < 20 && !(await quick.isChecked()); steps++) await keyboard.press('ArrowUp');
      await doMainAction();
    },
    async openProfile(row) {
      await goTo('profiles');
      const profile = await profiles.idInRow(row);
      await walkTo(page, profiles.firstHeader);
      for (let below = 0; below < row; below++) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      return profile;
    },
    async hideHalfOfTheHistory() {
      await walkTo(page, compare.hiddenShare);
      for (let step = 0; step < 10; step++) await keyboard.press('ArrowRight');
    },
    async resetTuning() {
      await walkTo(page, compare.reset);
      await keyboard.press('Enter');
    },
    nextProfile: () => keyboard.press('j'),
    async exportSubmission(folder, name) {
      await goTo('export');
      await window.heading(t('exporting.preview')).waitFor();
      await doMainAction();
      const dialog = new PathDialog(window, 'titleSave');
      await typeOver(page, dialog.address, folder);
      await keyboard.press('Enter');
      await walkTo(page, dialog.fileName);
      await typeOver(page, dialog.fileName, name);
      await keyboard.press('Enter');
    },
  };
}
