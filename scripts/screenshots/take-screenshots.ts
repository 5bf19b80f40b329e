/** Takes pictures of every screen on the sample with a few runs, by the same steps as the end-to-end tests. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { ruleSetSchema } from '../../src/shared/contract/rules';
import { KNOBS } from '../../src/shared/recipe/table';
import { presetRecipe, type PresetName } from '../../src/shared/recipe/presets';
import { LANGUAGES, type Language } from '../../src/renderer/stores/preferences';
import type { AppWindow, ScreenName } from '../../tests/e2e/pages/app-window';
import { ComparePage } from '../../tests/e2e/pages/compare-page';
import { PathDialog } from '../../tests/e2e/pages/path-dialog';
import { ProfilesPage } from '../../tests/e2e/pages/profiles-page';
import { RulesPage } from '../../tests/e2e/pages/rules-page';
import { type App, startApp } from '../../tests/e2e/support/app';
import { closeBrowser } from '../../tests/e2e/support/browser';
import { engineOf } from '../../tests/e2e/support/engine';
import { runNameIn } from '../../src/shared/words/run-name';
import { finalValue } from '../../src/shared/values/final-value';

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');
/** The shown run comes last. */
const PRESETS: PresetName[] = ['popularity', 'ease', 'quick', 'balanced'];

/** Rules as a curator would save them. */
const RULES = [
  {
    id: 'at-most-1',
    name: { en: 'Three of a series at most', ko: '한 시리즈는 세 편까지' },
    kind: 'at-most',
    count: 3,
    per: { series: true },
  },
  { id: 'in-order-1', name: { en: 'No earlier episodes', ko: '본 회차보다 앞 회차는 빼기' }, kind: 'in-order' },
];

const SEGMENT = { en: 'Girls of four', ko: '4세 여아' };

/** Settings that a sweep tries, and their ranges. */
const TRIED = [
  ['als.factors', 8, 128],
  ['als.passes', 2, 16],
  ['als.unwatched', 0.01, 1],
] as const;
const TRIALS = 10;

/** @param out folder for one folder of pictures per language; needs the built window */
export async function takeScreenshots(out: string): Promise<void> {
  // Paths are visible in the pictures: short ones, without the name of the developer.
  const place = path.join(os.tmpdir(), 'shelfwise');
  await fs.rm(place, { recursive: true, force: true });
  const folder = path.join(place, 'sample');
  // The window shows where the user's own files are.
  process.env['HOME'] = place;
  await fs.cp(SAMPLE, folder, { recursive: true });
  for (const language of LANGUAGES) {
    const app = await startApp({ workspace: path.join(place, `workspace-${language}`) });
    try {
      const prepared = await prepare(app, folder, language);
      const pictures = path.join(out, language);
      await fs.rm(pictures, { recursive: true, force: true });
      await fs.mkdir(pictures, { recursive: true });
      await takeAll(await app.open({ language }), { folder, pictures, language, ...prepared });
    } finally {
      await app.close();
    }
  }
  await closeBrowser();
  await fs.rm(place, { recursive: true, force: true });
}

interface Prepared {
  /** The run to show. */
  readonly runId: string;
  readonly segment: string;
  /** A title that few lists hold. */
  readonly title: string;
}

/** Imports the folder, trains the presets, named as the window's form would, and saves rules and a segment. */
async function prepare(app: App, folder: string, language: Language): Promise<Prepared> {
  const engine = engineOf(app);
  const { fingerprint } = await engine.import(folder);
  await engine.client.shell.host.addRecentFolder({ folder });
  const runs: string[] = [];
  for (const preset of PRESETS) {
    const run = { data: fingerprint, recipe: presetRecipe(preset), seed: 1 };
    const { runId } = await engine.client.runs.start(run);
    await finalValue(await engine.client.runs.watch({ runId }));
    runs.push(runId);
  }
  const rules = RULES.map(({ name, ...rule }) => ({ ...rule, name: name[language] }));
  const set = ruleSetSchema.parse({ formatVersion: 1, rules });
  await engine.client.rules.set({ data: fingerprint, revision: 0, set });
  const runId = runs.at(-1)!;
  await finalValue(await engine.client.runs.measureStability({ runId, sample: 100 }));
  const filter = { attributes: { sex: ['F'], age: ['4'] } };
  const { id: segment } = await engine.client.segments.keep({ data: fingerprint, name: SEGMENT[language], filter });
  const sort = { column: 'recommended', descending: false };
  const { rows } = await engine.client.titles.page({ data: fingerprint, runId, start: 0, end: 50, sort });
  engine.close();
  return { runId, segment, title: rows.find(({ title }) => title !== null)!.title! };
}

async function takeAll(
  window: AppWindow,
  {
    folder,
    runId,
    segment,
    title,
    pictures,
    language,
  }: Prepared & { folder: string; pictures: string; language: Language },
): Promise<void> {
  const { page, content, t } = window;
  const profiles = new ProfilesPage(window);
  const compare = new ComparePage(window);
  const take = async (name: string): Promise<void> => {
    // Several parts of a screen may be loading at once.
    const loading = page.getByRole('status', { name: t('common.loading') });
    while ((await loading.count()) > 0) await loading.first().waitFor({ state: 'hidden' });
    await page.mouse.move(0, 0);
    await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
  };
  const show = async (screen: ScreenName): Promise<void> => {
    await window.show(screen);
    await content.getByRole('heading', { level: 1, name: t(`shell.screen.${screen}`) }).waitFor();
  };

  await window.goToPlace('/week/open');
  await content.getByText(folder).first().waitFor();
  await take('welcome');
  await window.openDataset('sample');
  await content.getByRole('table').last().waitFor();
  await take('data');

  await show('profiles');
  const profile = await profiles.idInRow(5);
  await take('profiles');
  await profiles.row(5).dblclick();
  await compare.untilOpen(profile);
  await compare.untilList('ruled');
  await page.keyboard.press('l');
  await content.locator('ol [data-cover]').nth(24).waitFor();
  await take('shelf');
  await page.keyboard.press('l');
  await compare.untilList('ruled');
  await compare.openTuning();
  await compare.hiddenShare.focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  await compare.untilList('tuned');
  await compare.list.and(page.locator('[aria-busy="false"]')).waitFor();
  await take('compare');
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await page.getByRole('button', { name: t('tv.hold') }).waitFor();
  await take('child-screen');
  await page.keyboard.press('Escape');
  await page.goto(`${new URL(page.url()).origin}/#/segment/${segment}`);
  await window.heading(t('segments.lists')).waitFor();
  await take('segment');

  await show('titles');
  const rows = content.getByRole('region', { name: t('titles.grid') }).getByRole('row');
  // A series opens in place.
  const single = rows.filter({ has: page.locator('[data-item]:not([data-series])') });
  await single.first().dblclick();
  await window.heading(t('titles.receivers')).waitFor();
  await take('titles');

  await show('map');
  await window.button(t('map.make')).click();
  await window.button(t('map.make')).waitFor({ state: 'detached' });
  await content.getByText(t('map.pcaMeanwhile')).waitFor({ state: 'detached' });
  const group = content.getByRole('list', { name: t('map.legend', { name: t('map.by.cluster') }) }).getByRole('button');
  await group.nth(1).click();
  await content
    .getByRole('region', { name: t('map.list.profiles') })
    .getByRole('row')
    .nth(3)
    .click();
  await take('map');

  await show('train');
  await window.button(t('train.seeLists')).waitFor();
  await take('train');
  await show('runs');
  await content.getByRole('row').nth(PRESETS.length).waitFor();
  await take('runs');
  for (const preset of PRESETS.slice(-2))
    await content
      .getByLabel(t('runs.pickOne', { name: runNameIn(`${preset}, 2026-W35, sample, seed 1`, t, language) }), {
        exact: true,
      })
      .check();
  await window.button(t('runs.compare')).click();
  await window.heading(t('compareRuns.recipe')).waitFor();
  await take('compare-runs');
  await content.getByText(t('changes.picture.titles'), { exact: true }).click();
  await window.heading(t('changes.titles')).waitFor();
  // Chance is measured meanwhile, and stands in the picture then.
  await window.untilIdle();
  await take('changes');
  await show('runs');
  await content.locator(`a[href$="/runs/${runId}"]`).click();
  await window.heading(t('runs.scores')).waitFor();
  await take('run');
  const model = window.heading(t('runs.modelFiles.title'));
  await model.scrollIntoViewIfNeeded();
  await window.button(t('runs.modelFiles.save')).click();
  await saveIn(window, path.dirname(folder));
  await content.getByText(t('runs.modelFiles.saved')).waitFor();
  await model.evaluate((heading) => heading.scrollIntoView());
  await take('model');
  await content.getByRole('link', { name: t('report.open'), exact: true }).click();
  await content
    .getByRole('region', { name: t('report.preview') })
    .locator('.approval')
    .waitFor();
  await take('report');

  await show('rules');
  const rules = new RulesPage(window);
  await rules.untilEffect('at-most-1');
  await rules.untilEffect('in-order-1');
  await take('rules');
  await rules.campaign.click();
  await rules.findTitles.fill(title);
  await rules.titleNamed(title).click();
  await rules.untilEffect('pin-1');
  await take('rule-sentence');
  await window.show('review');
  await content.getByRole('region', { name: t('deck.card') }).waitFor();
  await content
    .getByRole('region', { name: t('deck.card') })
    .getByRole('button')
    .first()
    .waitFor();
  await take('review');

  await show('export');
  await window.button(t('exporting.go')).click();
  await page.getByRole('button', { name: t('exporting.firstWith') }).click();
  await saveIn(window, path.dirname(folder));
  await content.getByText(t('exporting.done'), { exact: true }).waitFor();
  await take('export');
  await show('device');
  await take('device');
  await window.button(t('clusters.add')).click();
  await window.heading(t('clusters.title')).evaluate((heading) => heading.scrollIntoView());
  await take('clusters');
  await show('settings');
  await take('settings');
  // Last, because the runs it makes would appear in the other pictures.
  await refreshLists(window);
  await take('week');
  await trySettings(window, language);
  await take('sweep');
}

/** Saves under the suggested name when a dialog asks for a file. */
async function saveIn(window: AppWindow, folder: string): Promise<void> {
  const dialog = new PathDialog(window, 'titleSave');
  await dialog.goTo(folder);
  await dialog.save.click();
}

/** The weekly job, with the week after the sample: its lists wait for approval. */
async function refreshLists(window: AppWindow): Promise<void> {
  const { content, t } = window;
  await window.show('week');
  await window.button(t('week.addSample')).click();
  // The record of the week before appears once the next one is there.
  await window.untilShown(content.getByRole('table', { name: t('week.earlier') }));
  await window.untilIdle();
  // Removes one-time notices, such as that the run has ended.
  await window.page.reload();
  await content.getByRole('table', { name: t('week.earlier') }).waitFor();
  await window.button(t('week.review')).waitFor();
}

/** A sweep of a few trials, with their table in view. */
export async function trySettings(window: AppWindow, language: Language): Promise<void> {
  const { page, content, t } = window;
  await window.show('train');
  await window.button(t('train.otherModels', { count: 8 })).click();
  await content.getByRole('radio', { name: new RegExp(`^${t('common.presets.als')}`) }).check({ force: true });
  await content.getByRole('link', { name: t('sweep.fromTrain') }).click();
  for (const [knob, from, to] of TRIED) {
    const label = KNOBS[knob].label[language];
    await content.getByLabel(t('sweep.addKnob')).click();
    await page.getByRole('option', { name: label, exact: true }).click();
    await content.getByLabel(label, { exact: true }).fill(`${from}..${to}`);
  }
  await content.getByLabel(t('sweep.budget')).fill(String(TRIALS));
  await window.button(t('sweep.start')).click();
  await window.untilShown(content.getByText(t('sweep.isDone', { count: TRIALS })));
  // Removes the notice that the best trial has ended.
  await page.reload();
  await window.heading(t('sweep.grid')).evaluate((heading) => heading.scrollIntoView());
}
