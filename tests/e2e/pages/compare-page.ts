import type { Locator } from 'playwright-core';
import type { AppWindow } from './app-window';

export class ComparePage {
  readonly list: Locator;
  readonly tuning: Locator;
  readonly hiddenShare: Locator;
  readonly reset: Locator;
  /** Opens and closes the drawer of the tuning. */
  readonly tune: Locator;
  /** Shows how many were found, if the profile is in the hold-out. */
  readonly hitsTab: Locator;
  /** Opens the note, existing or new. */
  readonly note: Locator;
  /** Asks why the first title is in the list. */
  readonly whyFirst: Locator;

  constructor(private readonly window: AppWindow) {
    const { content, t } = window;
    this.list = content.getByRole('region', { name: t('compare.list'), exact: true });
    this.tuning = content.getByRole('region', { name: t('compare.tuning') });
    this.tune = this.list.getByRole('button', { name: t('compare.tune') });
    this.hiddenShare = this.tuning.getByRole('slider', { name: t('compare.hiddenShare') });
    this.reset = this.tuning.getByRole('button', { name: t('compare.reset'), exact: true });
    this.hitsTab = content.getByRole('tab', { name: new RegExp(`^${t('compare.hits.tab')}`) });
    const names = [t('compare.note'), t('compare.noteShow')];
    this.note = content.getByRole('button', { name: new RegExp(`^(?:${names.join('|')})`) });
    this.whyFirst = this.list
      .getByRole('listitem')
      .first()
      .getByRole('button', { name: /\(Y\)$/ });
  }

  async untilOpen(profile: string): Promise<void> {
    await this.window.content.locator(`[data-profile="${profile}"]`).waitFor();
    await this.list.getByRole('listitem').first().waitFor();
  }

  /** Opens the drawer of the tuning, over the history. */
  async openTuning(): Promise<void> {
    await this.tune.click();
    await this.hiddenShare.waitFor();
  }

  /** Opens what few people tune. */
  async openAdvanced(): Promise<void> {
    const fold = this.tuning.locator('summary').filter({ hasText: this.window.t('compare.advanced') });
    if (await fold.evaluate(({ parentElement }) => !(parentElement as HTMLDetailsElement).open)) await fold.click();
  }

  /** Waits until the newest answer is shown and whether it is the list as trained, under rules, or tuned. */
  async untilList(state: 'neutral' | 'ruled' | 'tuned'): Promise<void> {
    const { t } = this.window;
    await this.list
      .getByText(t(`compare.${state}`), { exact: true })
      .first()
      .waitFor();
  }

  /** The titles of the list in order. */
  async titles(): Promise<string[]> {
    const names = this.list.getByRole('list').first().getByRole('link').locator('[data-title]');
    return names.evaluateAll((found) => found.map((name) => name.getAttribute('data-title')!));
  }
}
