import type { Locator } from 'playwright-core';
import type { AppWindow } from './app-window';

export class ProfilesPage {
  readonly grid: Locator;
  /** The cell where Tab enters the grid. */
  readonly firstCell: Locator;
  /** Filters by whether there is a note. */
  readonly noted: Locator;
  /** The name under which filters are saved. */
  readonly segmentName: Locator;
  readonly #columns: RegExp;

  constructor({ content, t }: AppWindow) {
    this.grid = content.getByRole('region', { name: t('profiles.grid') });
    this.noted = content.getByRole('checkbox', { name: t('profiles.noted') });
    this.segmentName = content.getByLabel(t('profiles.segmentName'), { exact: true });
    this.#columns = new RegExp(`^${t('grid.columns')}`);
    this.firstCell = this.row(1).getByRole('gridcell').first();
  }

  /** Counted from 1; the header is row 0. Waits for its page, because an empty row opens nothing. */
  row(place: number): Locator {
    return this.grid.getByRole('row').nth(place).filter({ hasText: /\S/ });
  }

  /** Shows a column that waits to be chosen. */
  async showColumn(name: string): Promise<void> {
    await this.grid.getByRole('button', { name: this.#columns }).click();
    await this.grid.getByRole('checkbox', { name, exact: true }).check();
    await this.grid.page().keyboard.press('Escape');
  }

  async idInRow(place: number): Promise<string> {
    // Below who the child is, in words.
    return this.row(place).getByRole('gridcell').first().locator('span').last().innerText();
  }
}
