/** The screen Review, and the queue on Compare. */
import type { Locator } from 'playwright-core';
import type { DECISIONS } from '../../../src/features/review/contract/checks';
import type { AppWindow } from './app-window';

type Made = (typeof DECISIONS)[number];

export class ReviewPage {
  constructor(readonly window: AppWindow) {}

  /** In place `place` of the queue, counted from 1, once it is there. */
  row(place: number): Locator {
    const { content, t } = this.window;
    const grid = content.getByRole('region', { name: t('checks.queue') });
    return grid.getByRole('row').nth(place).filter({ hasText: /\S/ });
  }

  get firstCell(): Locator {
    return this.row(1).getByRole('gridcell').first();
  }

  idInRow(place: number): Promise<string> {
    return this.row(place).getByRole('gridcell').first().innerText();
  }

  /** Until Compare says why the open profile is in the queue, and takes a decision. */
  async untilReasons(): Promise<void> {
    const { content, t } = this.window;
    const reasons = content.getByRole('region', { name: t('checks.columns.reasons') });
    await reasons.and(content.locator('[aria-busy="false"]')).waitFor();
  }

  decision(made: Made): Locator {
    const { content, t } = this.window;
    return content.getByRole('button', { name: t(`checks.decisions.${made}`) }).first();
  }

  async untilDecided(profile: string, made: Made): Promise<void> {
    const { page, t } = this.window;
    const decision = t(`checks.decisions.${made}`);
    await page.getByText(t('checks.decided', { profile, decision })).waitFor();
  }

  /** To the lists that share a reason with the selected one. */
  get alike(): Locator {
    const { content } = this.window;
    return content.getByRole('complementary').last().locator('a[href*="/review/"]').first();
  }

  get allFine(): Locator {
    const { content, t } = this.window;
    const pattern = new RegExp(t('checks.alike.decide', { count: 0 }).replace('0', '[\\d,]+'));
    return content.getByRole('group', { name: pattern }).getByRole('button', { name: t('checks.decisions.fine') });
  }

  /** Decides about all lists that changed, on the screen of what changed. */
  get changedFine(): Locator {
    const { content, t } = this.window;
    const pattern = new RegExp(`^${t('changes.of.all')} \\(`);
    return content.getByRole('group', { name: pattern }).getByRole('button', { name: t('checks.decisions.fine') });
  }

  /** Says that the lists were decided about, not that this was taken back. */
  get allDecided(): Locator {
    const { page, t } = this.window;
    const text = t('checks.alike.decided', { count: 0, decision: t('checks.decisions.fine') });
    return page.getByText(new RegExp(`^${text.replace('0', '[\\d,]+')}`));
  }
}
