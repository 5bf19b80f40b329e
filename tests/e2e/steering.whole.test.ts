/**
 * A curator's work beside the main job: asks why, writes notes, saves a tuning and uses it in a new run, compares runs
 * and profiles, renames and verifies a run. axe checks each state on the way.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/shared/contract/dataset';
import { finalValue } from '../../src/shared/values/final-value';
import { KNOBS } from '../../src/shared/recipe/table';
import { PathDialog } from './pages/path-dialog';
import { axeFindings } from './support/axe';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { type Curator, startCurator } from './support/curator';

describe.skipIf(NO_BROWSER !== null)(`a curator${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let curator: Curator;
  let { app, engine, window, compare, profiles } = {} as Curator;
  let dataset: Dataset;
  let profile: string;
  beforeAll(async () => {
    curator = await startCurator({ profiles: 40, items: 80, eventsPerProfile: 12 });
    ({ app, engine, window, compare, profiles } = curator);
    dataset = await engine.import(curator.small.folder);
    await engine.train(dataset, 'first');
    await window.page.reload();
    await window.openDataset(dataset.name);
  });
  afterAll(() => curator.leave());

  const expectNothing = async (): Promise<void> => expect(await axeFindings(window.page)).toEqual([]);

  async function openFirstProfile(): Promise<void> {
    await window.show('profiles');
    await profiles.row(1).waitFor();
    profile = await profiles.idInRow(1);
    await profiles.row(1).dblclick();
    await compare.untilOpen(profile);
  }

  it('asks why a title is recommended', async () => {
    const { content, page, t } = window;
    await openFirstProfile();
    const [first] = await compare.titles();
    await page.keyboard.press('y');
    const why = content.getByRole('region', { name: t('compare.why') });
    await why.getByText(first!).first().waitFor();
    await why.getByText(t('compare.scoreParts.base')).waitFor();
    await expectNothing();
    await why.getByRole('button', { name: t('compare.whyClose') }).click();
    await why.waitFor({ state: 'hidden' });
    // The focused button is gone; the keyboard continues in its place.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  it('sees what the profile watched in the hold-out, and which of it its list contained', async () => {
    const { content, t } = window;
    const { rows } = await engine.client.profiles.page({
      data: dataset.fingerprint,
      runId: (await engine.client.runs.list())[0]!.runId,
      start: 0,
      end: 40,
    });
    const { found } = rows.find((row) => row.profile === profile)!;
    const tab = content.getByRole('tab', {
      name:
        found === null ? t('compare.hits.tab') : t('compare.hits.tabCount', { found: found.titles, count: found.of }),
    });
    await tab.click();
    const pane = content.getByRole('tabpanel');
    if (found === null) await pane.getByText(t('compare.hits.notTested')).waitFor();
    else {
      await pane.getByText(t('compare.hits.list')).waitFor();
      expect(await pane.getByText(t('compare.hits.hit'), { exact: true }).count()).toBe(found.titles);
    }
    await expectNothing();
    await content
      .getByRole('tab', {
        name: t('compare.historyCount', { count: rows.find((row) => row.profile === profile)!.watched }),
      })
      .click();
  });

  it('writes a note, and finds it on the profile after a reload', async () => {
    const { content, page, t } = window;
    await page.keyboard.press('n');
    const note = page.getByRole('dialog').last();
    await note.getByRole('textbox').fill('Likes what the list leaves out.');
    await expectNothing();
    await page.keyboard.press('Escape');
    const noted = content.getByRole('button', { name: t('compare.noteShow') });
    await noted.waitFor();
    await page.reload();
    await compare.untilOpen(profile);
    await noted.click();
    await expect.poll(() => note.getByRole('textbox').inputValue()).toBe('Likes what the list leaves out.');
    await page.keyboard.press('Escape');
  });

  it('saves a tuning by name, and uses it in a new run, which gives the same list', async () => {
    const { content, page, t } = window;
    await compare.untilList('neutral');
    const untouched = await compare.titles();
    await compare.openTuning();
    await compare.openAdvanced();
    await compare.tuning.getByRole('radiogroup').getByText(t('compare.watchedInclude')).click();
    await compare.untilList('tuned');
    await compare.tuning.getByRole('slider', { name: t('compare.condition') }).press('Home');
    await compare.untilList('tuned');
    const keepAs = compare.tuning.getByRole('button', { name: t('compare.keepAs') });
    await keepAs.click();
    const form = window.dialog(t('compare.keepAs'));
    await form.getByLabel(t('compare.keptName')).fill('With what was watched');
    await expectNothing();
    await page.keyboard.press('Enter');
    const kept = compare.tuning.getByRole('combobox', { name: t('compare.kept') });
    await expect.poll(() => kept.inputValue()).toBe('With what was watched');
    await compare.reset.click();
    await compare.untilList('neutral');
    expect(await compare.titles()).toEqual(untouched);
    await kept.click();
    await page.getByRole('option', { name: 'With what was watched' }).click();
    await compare.untilList('tuned');
    await content.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const tuned = await compare.titles();
    expect(tuned).not.toEqual(untouched);
    // Its effect: as many lists change as the engine counts.
    await compare.tuning.getByRole('button', { name: t('tuningEffect.measure') }).click();
    const effect = compare.tuning.getByRole('group', { name: t('tuningEffect.title') });
    await effect.getByRole('button', { name: t('tuningEffect.figures') }).waitFor();
    const { tuning } = (await engine.client.tuning.list({ data: dataset.fingerprint }))[0]!;
    const { runId } = (await engine.client.runs.list())[0]!;
    const { all } = await finalValue(await engine.client.tuning.effect({ runId, tuning }));
    expect(all.changed).toBeGreaterThan(0);
    await effect
      .getByText(t('tuningEffect.changed', { changed: all.changed, profiles: all.profiles }))
      .first()
      .waitFor();
    await compare.tuning.getByRole('button', { name: t('compare.intoRun') }).click();
    await window.heading(t('shell.screen.train')).first().waitFor();
    await content.getByLabel(t('train.name'), { exact: true }).fill('second');
    await window.button(t('train.start')).click();
    // The screen shows the first, finished run until the second has started.
    await window.heading('second').first().waitFor();
    await window.untilShown(window.button(t('train.seeLists')));
    await window.button(t('train.seeLists')).click();
    await openFirstProfile();
    await compare.untilList('neutral');
    expect(await compare.titles()).toEqual(tuned);
  });

  it("exports lists with the saved tuning, which the export's record holds", async () => {
    const { content, page, t } = window;
    await window.show('export');
    await content.getByRole('combobox', { name: t('exporting.tuning') }).click();
    await page.getByRole('option', { name: 'With what was watched' }).click();
    await content.getByText(t('checks.notApproved')).waitFor();
    await expectNothing();
    await window.button(t('exporting.go')).click();
    const dialog = new PathDialog(window, 'titleSave');
    await dialog.goTo(app.folder);
    await dialog.save.click();
    await content.getByText(/tuned: .*With what was watched/).waitFor();
    const runs = await engine.client.runs.list();
    const { runId } = runs.find(({ name }) => name === 'second')!;
    const [exported] = await engine.client.runs.exports({ runId });
    expect(exported!.tuning?.kept?.name).toBe('With what was watched');
    await openFirstProfile();
  });

  it('compares two runs on a profile, and swaps them', async () => {
    const { content, page, t } = window;
    const second = content.getByRole('combobox', { name: t('compare.secondRun', { key: 'Shift+R' }) });
    await second.click();
    await page.getByRole('option', { name: 'first' }).click();
    const other = content.getByRole('region', { name: 'first' }).or(content.getByText(t('compare.againstA')));
    await other.first().waitFor();
    await expectNothing();
    await page.getByRole('button', { name: t('compare.swap') }).click();
    await expect.poll(() => second.inputValue()).toBe('second');
  });

  it('compares two profiles', async () => {
    const { content, t } = window;
    await window.show('profiles');
    await profiles.row(1).click();
    await content.getByRole('button', { name: t('profiles.pairFirst') }).click();
    const first = await profiles.idInRow(1);
    await content.getByRole('button', { name: t('profiles.pairWith', { profile: first }) }).waitFor();
    // The choice of the second opens the two.
    await profiles.row(2).click();
    await content
      .getByText(new RegExp(await window.page.evaluate(() => location.hash.split('/').at(-1)!)))
      .first()
      .waitFor();
    expect(await window.page.evaluate(() => location.hash)).toContain(`/pair/${first}/`);
    await expectNothing();
  });

  it('renames and annotates a run, and compares it with another', async () => {
    const { content, page, t } = window;
    await window.show('runs');
    await content.getByRole('link', { name: 'second' }).click();
    await window.heading(t('runs.marks')).waitFor();
    await content.getByLabel(t('runs.name'), { exact: true }).fill('for the autumn');
    await content.getByLabel(t('runs.note'), { exact: true }).fill('keeps what was watched');
    await expectNothing();
    await window.button(t('runs.saveMarks')).click();
    await window.heading('for the autumn').first().waitFor();
    await window.show('runs');
    await content.getByRole('checkbox', { name: t('runs.pickOne', { name: 'for the autumn' }) }).click();
    await content.getByRole('checkbox', { name: t('runs.pickOne', { name: 'first' }) }).click();
    await expectNothing();
    await window.button(t('runs.compare')).click();
    await content.getByText(KNOBS['scoring.watched'].label.en, { exact: true }).waitFor();
    await expectNothing();
    await page.goBack();
  });

  it('verifies a run, and saves the certificate', async () => {
    const { content, t } = window;
    await window.show('runs');
    await content.getByRole('link', { name: 'first', exact: true }).click();
    await window.button(t('runs.verify')).click();
    await window.untilShown(content.getByText(t('runs.verdicts.identical-bits'), { exact: true }).first());
    const certificates = content.getByRole('table', { name: t('runs.certificates') });
    await certificates.waitFor();
    await expectNothing();
    await certificates.getByRole('button', { name: t('runs.saveCertificate') }).click();
    const dialog = new PathDialog(window, 'titleSave');
    await dialog.goTo(app.folder);
    await dialog.save.click();
    // A file has a temporary name with the same beginning until it is complete.
    const isCertificate = (name: string): boolean =>
      name.endsWith('.json') && name.includes(` - ${t('runs.certificateFile')} - `);
    await expect.poll(() => fs.readdirSync(app.folder).filter(isCertificate)).toHaveLength(1);
    const [file] = fs.readdirSync(app.folder).filter(isCertificate);
    await expect
      .poll(() => fs.readFileSync(path.join(app.folder, file!), 'utf8'))
      .toContain('"verdict": "identical-bits"');
  });
});
