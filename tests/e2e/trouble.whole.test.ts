/**
 * Failures are reported in the window with a way on, and nothing is lost.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import { NO_SMALL_DISK, smallDisk, type SmallDisk } from '../support/small-disk';
import { PathDialog } from './pages/path-dialog';
import { ProfilesPage } from './pages/profiles-page';
import { type App, startApp } from './support/app';
import { NO_BROWSER, WHY_SKIPPED } from './support/browser';
import { engineOf, killTrainer } from './support/engine';

describe.skipIf(NO_BROWSER !== null)(`trouble${WHY_SKIPPED}`, { timeout: 240_000 }, () => {
  let small: SmallFolder;
  beforeAll(async () => {
    small = await makeSmallFolder({ profiles: 40, items: 80, eventsPerProfile: 12 });
  });
  afterAll(() => small.remove());

  describe('with a folder', () => {
    let app: App;
    beforeEach(async () => {
      app = await startApp();
    });
    afterEach(() => app.close());

    it('that does not exist: the dialog says so, and continues', async () => {
      const window = await app.open();
      const { content, t } = window;
      await content.getByRole('button', { name: t('welcome.open') }).click();
      const dialog = new PathDialog(window, 'folders.data');
      await dialog.goTo(path.join(app.folder, 'gone'));
      await dialog.dialog.getByRole('alert').getByText(path.join(app.folder, 'gone')).waitFor();
      await dialog.chooseFolder(small.folder);
      await window.button(t('data.look.read')).click();
      await content.getByText(t('data.imported')).waitFor();
      expect(window.problems).toEqual([]);
    });

    it('without viewings: what is missing is said, and the form to name columns or another folder fixes it', async () => {
      const other = path.join(app.folder, 'other names');
      await fs.mkdir(other);
      const [, ...lines] = (await fs.readFile(path.join(small.folder, 'history_data.csv'), 'utf8')).split('\n');
      await fs.writeFile(path.join(other, 'log.csv'), ['who,n,at,act,what,paid,next,short', ...lines].join('\n'));
      const window = await app.open();
      const { content, t } = window;
      await content.getByRole('button', { name: t('welcome.open') }).click();
      await new PathDialog(window, 'folders.data').chooseFolder(other);
      const status = content.getByRole('status').first();
      await status.getByText(t('data.checkTitle')).waitFor();
      await status.getByText(t('data.look.unknown')).waitFor();
      const alert = content.getByRole('alert');

      const viewings = content.getByRole('group', { name: t('data.mappingGroups.events') });
      await viewings.getByLabel(t('data.mappingFields.file'), { exact: true }).fill('log.csv');
      await viewings.getByLabel(t('data.mappingFields.profile')).fill('who');
      await viewings.getByLabel(t('data.mappingFields.item')).fill('nothing like it');
      await viewings.getByLabel(t('data.mappingFields.time')).fill('at');
      await window.button(t('data.mappingRead')).click();
      await alert.getByText('nothing like it').waitFor();
      await viewings.getByLabel(t('data.mappingFields.item')).fill('what');
      await window.button(t('data.mappingRead')).click();
      await content.getByText(t('data.imported')).waitFor();
      await content.getByRole('row', { name: /log\.csv/ }).waitFor();
      expect(window.problems).toEqual([]);
    });
  });

  describe.skipIf(NO_SMALL_DISK !== null)(`with a full disk${NO_SMALL_DISK ?? ''}`, () => {
    let disk: SmallDisk;
    let app: App;
    beforeEach(async () => {
      disk = await smallDisk(8 * 1024);
      app = await startApp({ workspace: path.join(disk.folder, 'workspace') });
    });
    afterEach(async () => {
      await app.close();
      await disk.remove();
    });

    it('reading, training and exporting each say so, and succeed when there is space again', async () => {
      const window = await app.open();
      const { content, t } = window;
      const alert = content.getByRole('alert');
      const full = alert.getByText(/no space left/).first();

      disk.fill();
      await content.getByRole('button', { name: t('welcome.open') }).click();
      await new PathDialog(window, 'folders.data').chooseFolder(small.folder);
      await window.button(t('data.look.read')).click();
      await full.waitFor();
      await disk.clear();
      await alert.getByRole('button', { name: t('common.retry') }).click();
      await content.getByText(t('data.imported')).waitFor();

      await window.show('train');
      disk.fill();
      await window.button(t('train.start')).click();
      await alert.getByText(t('train.startFailed')).waitFor();
      await full.waitFor();
      await disk.leave(100_000);
      await window.button(t('train.start')).click();
      await window.untilShown(alert.getByText(t('train.crashed')));
      await full.waitFor();
      await disk.clear();
      await window.button(t('runs.resume')).click();
      await window.untilShown(content.getByText(t('common.statuses.finished')));

      await window.show('export');
      disk.fill();
      await window.button(t('exporting.go')).click();
      const dialog = new PathDialog(window, 'titleSave');
      await dialog.goTo(disk.folder);
      await dialog.save.click();
      await alert.getByText(t('exporting.failed')).waitFor();
      await full.waitFor();
      expect(await fs.readdir(disk.folder)).toEqual(expect.not.arrayContaining(['submission.csv']));
      await disk.clear();
      await alert.getByRole('button', { name: t('common.retry') }).click();
      await dialog.save.click();
      await content.getByText(t('exporting.done'), { exact: true }).waitFor();
      expect(window.problems).toEqual([]);
    });
  });

  describe('with a process', () => {
    let app: App;
    beforeEach(async () => {
      app = await startApp();
    });
    afterEach(() => app.close());

    it('of the engine killed: the window says so and finds the next one; the run keeps training', async () => {
      const before = engineOf(app);
      const dataset = await before.import(small.folder);
      const runId = await before.startLong(dataset, 'endless');
      before.close();
      const window = await app.open();
      const { content, t } = window;
      await window.openDataset(dataset.name);
      // Files not yet loaded would be requested from an engine that is gone.
      await window.untilFetched('DeviceScreen');
      await app.kill();
      await content.getByText(t('shell.connection.lostPage')).waitFor();
      await window.show('device');
      await window.heading(t('shell.screen.device')).waitFor();
      await app.restart();
      await content.getByText(t('shell.connection.lostPage')).waitFor({ state: 'hidden' });
      await window.show('profiles');
      await new ProfilesPage(window).row(1).waitFor();
      await window
        .region('activity')
        .getByText(t('shell.work.train', { name: 'endless' }))
        .waitFor();
      const after = engineOf(app);
      expect(await after.client.runs.get({ runId })).toMatchObject({ status: 'running' });
      await window
        .region('activity')
        .getByRole('button', { name: t('common.stop') })
        .click();
      await window.untilIdle();
      expect(await after.client.runs.get({ runId })).toMatchObject({ status: 'stopped' });
      after.close();
      // The browser's message about an unanswered socket.
      expect(window.problems.filter((problem) => !problem.includes('WebSocket connection'))).toEqual([]);
    });

    it("of the engine killed before a screen's code was loaded: the screen loads once the engine is back, or on retry", async () => {
      const window = await app.open();
      const { content, t } = window;
      const file = /\/DeviceScreen-[^/]*\.js/;
      // The screen also has “Devices”.
      const device = content.getByRole('heading', { level: 1, name: t('shell.screen.device') });
      const reload = await window.withoutFiles(file);
      await window.show('device');
      await window.heading(t('shell.broken.title')).waitFor();
      await app.kill();
      await content.getByText(t('shell.connection.lostPage')).waitFor();
      await window.heading(t('shell.broken.title')).waitFor();
      await reload();
      await app.restart();
      await device.waitFor();

      const again = await window.withoutFiles(file);
      await window.show('device');
      await window.button(t('shell.broken.again')).click();
      await window.heading(t('shell.broken.title')).waitFor();
      await again();
      await window.button(t('shell.broken.again')).click();
      await device.waitFor();
      // The browser's messages about unanswered files and a socket, and React's about a screen that threw.
      expect(window.problems.filter((problem) => !/WebSocket connection|Failed to|net::/.test(problem))).toEqual([]);
    });

    it('of the trainer killed: the run is shown as crashed with the reason, and Resume completes it', async () => {
      const engine = engineOf(app);
      const dataset = await engine.import(small.folder);
      const runId = await engine.startLong(dataset, 'to be killed', 1000);
      const window = await app.open();
      await window.openDataset(dataset.name);
      const { content, t } = window;
      await window.show('train');
      await content.getByText(t('common.statuses.running'), { exact: true }).waitFor();
      await killTrainer(app, runId);
      const alert = content.getByRole('alert');
      await window.untilShown(alert.getByText(t('train.crashed')));
      await content.getByText(t('common.statuses.crashed')).waitFor();
      // The command line says the same with its own names of settings.
      const { reason } = await engine.client.runs.get({ runId });
      expect(reason!.message).toContain('(SIGKILL)');
      await alert.getByText(/\(SIGKILL\)/).waitFor();
      await alert.getByRole('button', { name: t('runs.resume') }).click();
      await window.untilShown(content.getByText(t('common.statuses.finished')));
      expect(await engine.client.runs.get({ runId })).toMatchObject({ status: 'finished' });
      engine.close();
      expect(window.problems).toEqual([]);
    });
  });
});
