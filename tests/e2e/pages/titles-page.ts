import type { Locator } from 'playwright-core';
import type { AppWindow } from './app-window';

export class TitlesPage {
  readonly find: Locator;
  readonly rows: Locator;
  /** The cell where Tab enters the grid. */
  readonly firstCell: Locator;

  /** Leads to the field of how many profiles to reach. */
  readonly reach: Locator;
  readonly reachCount: Locator;
  readonly seeWhatItTakes: Locator;
  readonly makeFirstRule: Locator;

  constructor({ content, t }: AppWindow) {
    this.find = content.getByLabel(t('titles.find'), { exact: true });
    this.rows = content.getByRole('region', { name: t('titles.grid') }).getByRole('row');
    this.reach = content.getByRole('button', { name: t('audience.reach'), exact: true });
    this.reachCount = content.getByRole('textbox', { name: t('audience.reachCount') });
    this.seeWhatItTakes = content.getByRole('button', { name: t('audience.reachAsk') });
    const [before] = t('audience.makeThisRule', { rule: '\n' }).split('\n');
    this.makeFirstRule = content.getByRole('button', { name: before! }).first();
    this.firstCell = this.rows.nth(1).filter({ hasText: /\S/ }).getByRole('gridcell').first();
  }

  /** Waits until the grid has exactly one title below its headings. */
  async untilOne(): Promise<void> {
    await this.rows.nth(2).waitFor({ state: 'detached' });
    await this.firstCell.waitFor();
  }
}
