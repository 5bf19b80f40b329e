import type { Locator } from 'playwright-core';
import type { AppWindow } from './app-window';

export class ProfilesPage {
  readonly grid: Locator;
  readonly firstHeader: Locator;

  constructor({ content, t }: AppWindow) {
    this.grid = content.getByRole('region', { name: t('profiles.grid') });
    this.firstHeader = this.grid.getByRole('columnheader', { name: t('profiles.columns.profile') });
  }

  /** Counted from 1; the header is row 0. Only once its page has come: an empty row opens nothing. */
  row(place: number): Locator {
    return this.grid.getByRole('row').nth(place).filter({ hasText: /\S/ });
  }

  async idInRow(place: number): Promise<string> {
    return this.row(place).getByRole('gridcell').first().innerText();
  }
}
