/** Clicks and drags; keys only to type into fields. */
import type { Locator } from 'playwright-core';
import type { AppWindow } from '../pages/app-window';
import { ChangesPage } from '../pages/changes-page';
import { ComparePage } from '../pages/compare-page';
import { PathDialog } from '../pages/path-dialog';
import { ProfilesPage } from '../pages/profiles-page';
import { ReviewPage } from '../pages/review-page';
import { RulesPage } from '../pages/rules-page';
import { TitlesPage } from '../pages/titles-page';
import type { Hands } from './hands';

export function byMouse(window: AppWindow): Hands {
  const { page, content, t } = window;
  const compare = new ComparePage(window);
  const profiles = new ProfilesPage(window);
  const titles = new TitlesPage(window);
  const review = new ReviewPage(window);
  const rules = new RulesPage(window);
  const changes = new ChangesPage(window);
  const typeInto = async (field: Locator, text: string): Promise<void> => {
    await field.click();
    await field.fill(text);
  };
  /** The browser draws the list of choices itself, so a press on one of them is no event of the page. */
  const chooseSecond = async (list: Locator): Promise<void> => {
    await list.click();
    await list.selectOption({ index: 1 });
  };
  return {
    async openFolder(folder) {
      await content.getByRole('button', { name: t('welcome.open') }).click();
      await new PathDialog(window, 'folders.data').chooseFolder(folder);
      await window.button(t('data.look.read')).click();
    },
    openSample: () => content.getByRole('button', { name: t('welcome.sample') }).click(),
    async trainQuick() {
      await window.button(t('data.train')).click();
      await content.getByText(t('common.presets.quick'), { exact: true }).click();
      await window.button(t('train.start')).click();
    },
    seeRun: () => window.button(t('train.seeRun')).click(),
    async openProfile(row) {
      await window.show('profiles');
      const profile = await profiles.idInRow(row);
      await profiles.row(row).dblclick();
      return profile;
    },
    seeHits: () => compare.hitsTab.click(),
    askWhy: () => compare.whyFirst.click(),
    async hideHalfOfTheHistory() {
      await compare.openTuning();
      const { x, y, width, height } = (await compare.hiddenShare.boundingBox())!;
      const track = (await compare.hiddenShare.locator('..').boundingBox())!;
      const middle = y + height / 2;
      await page.mouse.move(x + width / 2, middle);
      await page.mouse.down();
      // Clicks near it first, then steps until the value is right, as a person would: back too, where the page was slow
      // to follow.
      const shown = async (): Promise<number> =>
        Number.parseInt((await compare.hiddenShare.getAttribute('aria-valuetext'))!, 10);
      let to = track.x + 0.4 * track.width;
      for (let value = await shown(); value !== 50; value = await shown()) {
        await page.mouse.move(to, middle);
        to += value < 50 ? 4 : -1;
      }
      await page.mouse.up();
    },
    resetTuning: () => compare.reset.click(),
    async writeNote(text) {
      await compare.note.click();
      const note = page.getByRole('dialog');
      await typeInto(note.getByRole('textbox'), text);
      await compare.note.click();
    },
    nextProfile: () => window.button(t('compare.next')).click(),
    markReviewed: () => content.getByRole('button', { name: t('compare.markReviewed') }).click(),
    async saveSegment(name) {
      await window.show('profiles');
      await profiles.noted.click();
      await typeInto(profiles.segmentName, name);
      await window.button(t('profiles.keepSegment')).click();
    },
    async findTitle(text) {
      await window.show('titles');
      await typeInto(titles.find, text);
      await titles.untilOne();
      await titles.firstCell.dblclick();
    },
    async makeRuleOfAudience() {
      await titles.reach.click();
      await titles.seeWhatItTakes.click();
      await titles.makeFirstRule.click();
    },
    async writeRule(title) {
      await window.show('rules');
      await rules.campaign.click();
      await rules.findTitles.fill(title);
      await rules.titleNamed(title).click();
      await rules.untilEffect('pin-1');
    },
    async reviewTwo() {
      await window.show('review');
      const first = await review.child();
      await review.decision('fine').click();
      const second = await review.child(first);
      await review.decision('rule').click();
      await review.later.click();
      await review.child(second);
      return [first, second];
    },
    async decideAlike() {
      await review.alike.click();
      await review.decision('fine').click();
      await review.undo.click();
    },
    async compareRuns(names) {
      await window.show('runs');
      for (const name of names) await content.getByRole('checkbox', { name: t('runs.pickOne', { name }) }).click();
      await window.button(t('runs.compare')).click();
    },
    seeWhatChanged: () => content.getByText(t('changes.picture.titles'), { exact: true }).click(),
    async decideChanged() {
      await review.changedFine.click();
      await review.allDecided.waitFor();
      await window.page.getByRole('button', { name: t('versions.undo') }).click();
    },
    async openSegment(name) {
      await window.show('profiles');
      await content.getByRole('combobox', { name: t('profiles.segments') }).click();
      await page.getByRole('option', { name, exact: true }).click();
      await content.getByRole('link', { name: t('segments.open', { name }) }).click();
    },
    async reportSince() {
      await content.getByRole('link', { name: t('report.open'), exact: true }).click();
      await chooseSecond(content.getByRole('combobox', { name: t('report.since') }));
    },
    takeExported: () => chooseSecond(changes.after),
    verify: () => window.button(t('runs.verify')).click(),
    async exportSubmission(folder, name) {
      await window.show('export');
      await window.button(t('exporting.go')).click();
      const dialog = new PathDialog(window, 'titleSave');
      await dialog.goTo(folder);
      await dialog.fileName.fill(name);
      await dialog.save.click();
    },
    async exportAgain() {
      await window.show('export');
      await window.button(t('exporting.go')).click();
      await new PathDialog(window, 'titleSave').save.click();
    },
  };
}
