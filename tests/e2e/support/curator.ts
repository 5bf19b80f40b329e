/**
 * Shared set-up of a test file with one window: a small folder, the web host, a second connection to its engine, and
 * the window's pages.
 */
import { expect } from 'vitest';
import type { Dataset } from '../../../src/shared/contract/dataset';
import { makeSmallFolder, type SmallFolder } from '../../support/small-folder';
import type { AppWindow } from '../pages/app-window';
import { ComparePage } from '../pages/compare-page';
import { ProfilesPage } from '../pages/profiles-page';
import { type App, startApp } from './app';
import { type Engine, engineOf } from './engine';

export interface Curator {
  readonly small: SmallFolder;
  readonly app: App;
  readonly engine: Engine;
  readonly window: AppWindow;
  readonly compare: ComparePage;
  readonly profiles: ProfilesPage;
  /** Checks that the window reported no errors. */
  leave(): Promise<void>;
}

export async function startCurator(folder: Parameters<typeof makeSmallFolder>[0]): Promise<Curator> {
  const small = await makeSmallFolder(folder);
  const app = await startApp();
  const engine = engineOf(app);
  const window = await app.open();
  return {
    small,
    app,
    engine,
    window,
    compare: new ComparePage(window),
    profiles: new ProfilesPage(window),
    async leave() {
      expect(window.problems).toEqual([]);
      engine.close();
      await app.close();
      await small.remove();
    },
  };
}

export interface AtProfile extends Curator {
  readonly dataset: Dataset;
  /** The ID of the child whose list is open. */
  readonly profile: string;
}

/** A curator who has trained a small autoencoder named `first`, and opened the first profile of the grid. */
export async function startAtProfile(): Promise<AtProfile> {
  const curator = await startCurator({ profiles: 30, items: 60, eventsPerProfile: 10 });
  const { engine, window, profiles, compare } = curator;
  const dataset = await engine.import(curator.small.folder);
  await engine.train(dataset, 'first');
  await window.page.reload();
  await window.openDataset(dataset.name);
  await window.show('profiles');
  await profiles.row(1).waitFor();
  const profile = await profiles.idInRow(1);
  await profiles.row(1).dblclick();
  await compare.untilOpen(profile);
  return { ...curator, dataset, profile };
}
