/** All that a test file has of one window: a small folder, the web host, a second wire to its engine, and the pages of the window. */
import { expect } from 'vitest';
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
  /** The window must have complained of nothing. */
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
