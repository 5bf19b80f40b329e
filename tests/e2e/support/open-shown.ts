import type { Language } from '../../../src/shared/words/templates';
import type { AppWindow } from '../pages/app-window';
import type { App } from './app';

/** A window that shows the lists of a run, as it would have been left. */
export async function openShown(
  app: App,
  language: Language,
  { data, runId }: { readonly data: string; readonly runId: string },
): Promise<AppWindow> {
  const window = await app.open({ language });
  await window.page.evaluate((selection) => localStorage.setItem('shelfwise.selection', JSON.stringify(selection)), {
    state: { dataset: data, runId, runOf: { [data]: runId } },
    version: 1,
  });
  await window.page.reload();
  return window;
}
