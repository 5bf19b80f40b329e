import type { Locator } from 'playwright-core';
import type { AppWindow } from './app-window';

/** The screen of rules, with the sentence of the rule being written. */
export class RulesPage {
  readonly add: Locator;
  readonly form: Locator;
  readonly campaign: Locator;
  readonly findTitles: Locator;
  readonly take: Locator;

  constructor(readonly window: AppWindow) {
    const { content, t } = window;
    this.add = window.button(t('rules.add'));
    this.form = content.getByRole('form', { name: t('rules.add') });
    this.campaign = this.form.getByRole('button', { name: t('rules.starter.campaign') });
    this.findTitles = this.form.getByRole('combobox', { name: t('rules.titles') });
    this.take = this.form.getByRole('button', { name: t('rules.done') });
  }

  titleNamed(title: string): Locator {
    return this.window.page.getByRole('option', { name: title, exact: true });
  }

  /** A blank that opens fields, by its label. */
  blank(label: string): Locator {
    return this.form.getByRole('button', { name: new RegExp(`^${label}`) });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.form.getByRole('combobox', { name: label }).click();
    await this.window.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Waits until the effect of the sentence is shown, with the lists that change most. */
  async untilEffect(): Promise<void> {
    const { content, t } = this.window;
    await content
      .getByRole('region', { name: t('rules.live') })
      .getByText(t('rules.most'))
      .waitFor();
  }
}
