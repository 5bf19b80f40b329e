/** Clicks and drags; keys only to type into fields. */
import type { AppWindow } from '../pages/app-window';
import { ComparePage } from '../pages/compare-page';
import { PathDialog } from '../pages/path-dialog';
import { ProfilesPage } from '../pages/profiles-page';
import type { MainJob } from './main-job';

export function byMouse(window: AppWindow): MainJob {
  const { page, t } = window;
  const compare = new ComparePage(window);
  const profiles = new ProfilesPage(window);
  return {
    async openFolder(folder) {
      await window.content.getByRole('button', { name: t('welcome.open') }).click();
      await new PathDialog(window, 'titleFolder').chooseFolder(folder);
    },
    async trainQuick() {
      await window.button(t('data.train')).click();
      await window.content.getByText(t('common.presets.quick'), { exact: true }).click();
      await window.button(t('train.start')).click();
    },
    async openProfile(row) {
      await window.button(t('train.seeLists')).click();
      const profile = await profiles.idInRow(row);
      await profiles.row(row).dblclick();
      return profile;
    },
    async hideHalfOfTheHistory() {
      const { x, y, width, height } = (await compare.hiddenShare.boundingBox())!;
      const track = (await compare.hiddenShare.locator('..').boundingBox())!;
      const middle = y + height / 2;
      await page.mouse.move(x + width / 2, middle);
      await page.mouse.down();
      // Near to it in one go, and then until it says so, as one does who looks at it.
      for (
        let to = track.x + 0.4 * track.width;
        (await compare.hiddenShare.getAttribute('aria-valuetext')) !== '50%';
        to += 4
      )
        await page.mouse.move(to, middle);
      await page.mouse.up();
    },
    resetTuning: () => compare.reset.click(),
    nextProfile: () => window.button(t('compare.next')).click(),
    async exportSubmission(folder, name) {
      await window.show('export');
      await window.button(t('exporting.go')).click();
      const dialog = new PathDialog(window, 'titleSave');
      await dialog.goTo(folder);
      await dialog.fileName.fill(name);
      await dialog.save.click();
    },
  };
}
