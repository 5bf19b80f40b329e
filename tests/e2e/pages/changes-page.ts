import type { Locator } from 'playwright-core';
import type { AppWindow } from './app-window';

/** What changed between the lists of two runs. */
export class ChangesPage {
  /** Which lists of the later run: those of now, or exported ones. */
  readonly after: Locator;

  constructor({ content, t }: AppWindow) {
    this.after = content.getByRole('combobox', { name: new RegExp(`^${t('changes.side.after')}: `) });
  }
}
