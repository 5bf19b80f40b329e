/**
 * Tasks of a curator on the sample, by mouse and by keyboard alone, with the number of manual steps for each:
 * never more than the table in bench/window says. tests/e2e/aria holds what screen readers get on the way.
 */
import { NO_RULES } from '../../src/shared/contract/rules';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { titleParts } from '../../src/shared/values/episode';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import type { AppWindow } from './pages/app-window';
import { ChangesPage } from './pages/changes-page';
import { ComparePage } from './pages/compare-page';
import { ProfilesPage } from './pages/profiles-page';
import { ReviewPage } from './pages/review-page';
import { type App, startApp } from './support/app';
import { expectTree } from './support/aria-tree';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { byKeyboard } from './support/by-keyboard';
import { byMouse } from './support/by-mouse';
import { countInputs } from './support/count-inputs';
import { type Engine, engineOf } from './support/engine';
import type { Hands } from './support/hands';
import { learnShortcuts } from './support/keyboard';
import { expectSubmission } from './support/submission';
import { limitsOf, type Task } from './support/task-limits';
import { runNameIn } from '../../src/shared/words/run-name';
import { triedOf } from '../support/tried';

const SAMPLE = path.join(import.meta.dirname, '../../resources/sample');

/** Each language and each way once: the texts of one are found by mouse as by keyboard, and keys are the same in both. */
const WAYS = triedOf<{ language: 'en' | 'ko'; by: 'mouse' | 'keyboard' }>(
  [{ language: 'ko', by: 'keyboard' }],
  [{ language: 'en', by: 'mouse' }],
);

describe.skipIf(NO_BROWSER !== null).each(WAYS)(
  `tasks in $language by $by${WHY_SKIPPED}`,
  { timeout: 240_000 },
  ({ language, by }) => {
    let small: SmallFolder;
    let app: App;
    let engine: Engine;
    let window: AppWindow;
    let compare: ComparePage;
    let profiles: ProfilesPage;
    let hands: Hands;
    let inputs: () => Promise<number>;
    let row: number;
    let profile: string;
    /** Of the sample: titles, series and genres. */
    let names: string[] = [];
    const limits = limitsOf(by);
    beforeAll(async () => {
      small = await makeSmallFolder({ profiles: 12, items: 40, eventsPerProfile: 6 });
      app = await startApp();
      engine = engineOf(app);
      window = await app.open({ language });
      compare = new ComparePage(window);
      profiles = new ProfilesPage(window);
      hands = by === 'mouse' ? byMouse(window) : byKeyboard(window);
      await learnShortcuts(window);
      inputs = await countInputs(window.page);
    });
    afterAll(async () => {
      expect(window.problems).toEqual([]);
      engine.close();
      await app.close();
      await small.remove();
    });

    /** Goes where a task starts, which does not count. */
    const startAt = (place: string): Promise<void> =>
      window.page.evaluate((hash) => void (location.hash = hash), `#${place}`);

    /** Does a task and checks that it is done. */
    async function expectTask(task: Task, act: () => Promise<void>, isDone: () => Promise<unknown>): Promise<void> {
      await inputs();
      await act();
      const taken = await inputs();
      await isDone();
      expect(taken).toBeGreaterThan(0);
      expect(taken).toBeLessThanOrEqual(limits[task]);
    }
    /** Waits for the state; masks the data's values. */
    /** Without those that only tell what chance moves. */
    const runsShown = async () => (await engine.client.runs.list()).filter(({ marks }) => !marks.archived);
    const expectTreeOf = async (state: string, end?: string): Promise<void> => {
      const shown = state === 'welcome' ? window.page.locator('body') : window.content;
      const ids = (await engine.client.runs.list()).map(({ runId }) => runId);
      await expectTree(shown, path.join(language, state), { names, ids, folders: [app.folder, SAMPLE] }, end);
    };

    it('opens a folder, then the sample', async () => {
      const { content, t } = window;
      await content.getByRole('button', { name: t('welcome.sample') }).waitFor();
      await expectTreeOf('welcome');
      await expectTask(
        'open a folder',
        () => hands.openFolder(small.folder),
        () => content.getByText(t('data.imported')).waitFor(),
      );
      await window.heading(path.basename(small.folder)).waitFor();
      await startAt('/week/open');
      await content.getByRole('button', { name: t('welcome.sample') }).waitFor();
      await expectTask(
        'open the sample',
        () => hands.openSample(),
        async () => {
          await window.heading('sample').waitFor();
          await content.getByText(t('data.imported')).waitFor();
        },
      );
      const { fingerprint } = await sample();
      const { rows } = await engine.client.titles.page({ data: fingerprint, start: 0, end: 2000 });
      names = rows
        .flatMap(({ title, group }) => [title ?? '', titleParts(title ?? '').series, ...(group ?? '').split(' ')])
        .filter((part) => part.length > 1);
      await expectTreeOf('data');
    });

    it('trains, and sees whether the run is any good', async () => {
      const { content, t } = window;
      const name = runNameIn('quick, 2026-W35, sample, seed 1', t, language);
      await startAt('/train');
      await content.getByText(t('train.estimateFrom.none')).waitFor();
      await expectTreeOf('train');
      await startAt('/data');
      await expectTask(
        'train and judge',
        async () => {
          await hands.trainQuick();
          await window.untilShown(content.getByText(t('common.statuses.finished'), { exact: true }));
          await hands.seeRun(name);
        },
        () =>
          content
            .getByText(language === 'ko' ? /인기 목록/ : /most popular titles for everyone/)
            .first()
            .waitFor(),
      );
      await expectTreeOf('run', t('runs.curves'));
    });

    it('opens a profile, looks at its hits, and asks why a title is in its list', async () => {
      const { content, t } = window;
      const [run] = await runsShown();
      const page = await engine.client.profiles.page({
        data: (await sample()).fingerprint,
        runId: run!.runId,
        start: 0,
        end: 10,
      });
      // A profile in the hold-out.
      row = page.rows.findIndex(({ found }) => found !== null) + 1;
      await expectTask(
        'open a profile',
        async () => void (profile = await hands.openProfile(row)),
        () => compare.untilOpen(profile),
      );
      await compare.untilList('neutral');
      await expectTreeOf('compare');
      await expectTask(
        'see the hits',
        () => hands.seeHits(),
        () => content.getByText(t('compare.hits.list')).waitFor(),
      );
      const why = content.getByRole('region', { name: t('compare.why') });
      await expectTask(
        'ask why',
        () => hands.askWhy(),
        () => why.getByRole('heading').first().waitFor(),
      );
      await expectTreeOf('why');
      await window.page.keyboard.press('Escape');
      await why.waitFor({ state: 'hidden' });
    });

    it('tunes the list, and resets it', async () => {
      const asTrained = await compare.titles();
      expect(new Set(asTrained).size).toBe(25);
      await expectTask(
        'tune',
        async () => {
          await hands.hideHalfOfTheHistory();
          await compare.untilList('tuned');
          expect(await compare.hiddenShare.getAttribute('aria-valuetext')).toBe('50%');
          expect(await compare.titles()).not.toEqual(asTrained);
          await hands.resetTuning();
        },
        () => compare.untilList('neutral'),
      );
      expect(await compare.titles()).toEqual(asTrained);
    });

    it('writes a note, marks a profile as reviewed, and goes to the next', async () => {
      const { content, t } = window;
      await expectTask(
        'write a note',
        () => hands.writeNote('x'),
        () => content.getByRole('button', { name: t('compare.noteShow') }).waitFor(),
      );
      const total = (await engine.client.profiles.page({ data: (await sample()).fingerprint, start: 0, end: 0 })).total;
      await expectTask(
        'mark as reviewed and go on',
        async () => {
          await hands.markReviewed();
          await content.getByRole('button', { name: t('compare.reviewed') }).waitFor();
          await hands.nextProfile();
        },
        () => content.getByText(t('compare.place', { place: row + 1, total })).waitFor(),
      );
    });

    it('saves a segment, and finds a title and who gets it', async () => {
      const { content, t } = window;
      await expectTask(
        'save a segment',
        () => hands.saveSegment('noted'),
        () =>
          content
            .getByRole('combobox', { name: t('profiles.segments') })
            .and(window.page.locator('[value="noted"]'))
            .waitFor(),
      );
      expect(await profiles.idInRow(1)).toBe(profile);
      // By keyboard a row was selected on the way.
      await profiles.row(1).click();
      await expectTreeOf('profiles');
      const title = (await compareTitle())!;
      await expectTask(
        'find a title',
        () => hands.findTitle(title),
        () => window.heading(t('titles.receivers')).waitFor(),
      );
      await content.getByRole('form', { name: t('audience.reach') }).waitFor();
      await expectTreeOf('title');
      await expectTask(
        'make a rule of an audience',
        () => hands.makeRuleOfAudience(),
        () => content.getByRole('list', { name: t('rules.list') }).waitFor(),
      );
      await window.button(t('versions.undo')).click();
      await window.heading(t('rules.none')).waitFor();
      await startAt('/data');
      await expectTask(
        'write a rule',
        () => hands.writeRule(title),
        async () => {
          await content.getByText(t('rules.saved'), { exact: true }).waitFor();
          expect(await content.getByText(title).count()).toBeGreaterThan(0);
        },
      );
      const data = (await sample()).fingerprint;
      const { revision } = await engine.client.rules.get({ data });
      await engine.client.rules.set({ data, revision, set: NO_RULES, unfinished: [] });
    });

    it('compares two runs, and verifies one', { tags: ['rare'] }, async () => {
      const { content, t } = window;
      const other = await engine.train(await sample(), 'brief');
      const name = runNameIn('quick, 2026-W35, sample, seed 1', t, language);
      await expectTask(
        'compare two runs',
        () => hands.compareRuns(['brief', name]),
        () => content.getByRole('heading', { level: 1, name: t('changes.picture.beside') }).waitFor(),
      );
      await expectTask(
        'see what changed in the lists',
        () => hands.seeWhatChanged(),
        () => window.heading(t('changes.lists')).waitFor(),
      );
      await expectTreeOf('changes');
      const decided = async (): Promise<string[]> => {
        const runs = await runsShown();
        const all = await Promise.all(runs.map(({ runId }) => engine.client.review.decisions({ runId })));
        return all.flat().flatMap((one) => (one.decision.decision === null ? [] : [one.profile]));
      };
      const before = await decided();
      await expectTask(
        'decide about what changed',
        () => hands.decideChanged(),
        async () => {
          await new ReviewPage(window).allDecided.waitFor({ state: 'hidden' });
          expect(await decided()).toEqual(before);
        },
      );
      await startAt(`/runs/${other.runId}`);
      await window.heading('brief').first().waitFor();
      await expectTask(
        'verify',
        () => hands.verify(),
        () => window.untilShown(content.getByRole('status').getByText(t('runs.verdicts.identical-bits'))),
      );
    });

    it('exports', async () => {
      const { content, t } = window;
      const done = content.getByRole('status').getByText(t('exporting.done'), { exact: true });
      const name = 'my submission.csv';
      await hands.exportSubmission(app.folder, name);
      await done.waitFor();
      await expectSubmission(path.join(app.folder, name), SAMPLE);
      const before = await fs.readdir(app.folder);
      await startAt('/runs');
      await expectTask(
        'export',
        () => hands.exportAgain(),
        () => done.waitFor(),
      );
      const written = (await fs.readdir(app.folder)).filter((file) => !before.includes(file));
      expect(written).toHaveLength(1);
      expect(await fs.readFile(path.join(app.folder, written[0]!))).toEqual(
        await fs.readFile(path.join(app.folder, name)),
      );
      await expectTreeOf('export');
    });

    it('decides about lists one by one, and about alike ones at once', async () => {
      const { t } = window;
      const runId = (await runsShown()).find(({ name }) => name !== 'brief')!.runId;
      const decisionOf = async (one: string) =>
        (await engine.client.review.queue({ runId, profile: one, start: 0, end: 1 })).rows[0]!.decision.decision;
      let decided: readonly [string, string] = ['', ''];
      await expectTask(
        'review from the queue',
        async () => void (decided = await hands.reviewTwo()),
        async () => {
          await window.content.getByRole('region', { name: t('deck.card') }).waitFor();
          await expect.poll(() => Promise.all(decided.map(decisionOf))).toEqual(['fine', 'rule']);
        },
      );
      const { odd, decided: before } = await engine.client.review.queue({ runId, start: 0, end: 0 });
      expect(before).toBe(2);
      await expectTask(
        'decide alike lists',
        () => hands.decideAlike(),
        async () => {
          const now = () => engine.client.review.queue({ runId, start: 0, end: 0 });
          await expect.poll(now).toMatchObject({ odd, decided: before });
        },
      );
    });

    it('looks at a segment, reports what changed, and compares what was exported', { tags: ['rare'] }, async () => {
      const { content, t } = window;
      await startAt('/data');
      await expectTask(
        'look at a segment',
        () => hands.openSegment('noted'),
        () => window.heading(t('segments.profiles')).waitFor(),
      );
      const runs = await runsShown();
      const [brief, other] = [true, false].map((isBrief) => runs.find(({ name }) => (name === 'brief') === isBrief)!);
      await startAt(`/runs/${other!.runId}`);
      await expectTask(
        'report what changed since a run',
        () => hands.reportSince(),
        () =>
          content
            .getByRole('region', { name: t('report.preview') })
            .getByText(/brief/)
            .first()
            .waitFor(),
      );
      await startAt(`/changes/${brief!.runId}/${other!.runId}`);
      const after = new ChangesPage(window).after;
      // All that Tab stops at is there.
      await content.getByRole('radiogroup', { name: t('changes.picture') }).waitFor();
      await after.getByRole('option').nth(1).waitFor({ state: 'attached' });
      await expectTask(
        'compare what was exported',
        () => hands.takeExported(),
        async () => {
          await window.page.waitForURL(/(?:@|%40)[0-9a-f]{16}$/);
          await window.heading(t('changes.lists')).waitFor();
        },
      );
    });

    const sample = async () => (await engine.client.datasets.list()).find(({ name }) => name === 'sample')!;
    /** A title whose name no other title contains. */
    const compareTitle = async (): Promise<string | null> => {
      const { rows } = await engine.client.titles.page({ data: (await sample()).fingerprint, start: 0, end: 500 });
      const titles = rows.flatMap(({ title }) => title ?? []);
      return titles.find((title) => titles.filter((other) => other.includes(title)).length === 1) ?? null;
    };
  },
);
