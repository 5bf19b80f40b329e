import type { Locator } from 'playwright-core';
import type { AppWindow } from './app-window';

/** The screen of rules: its sentences, and the picker of the blank that is open. */
export class RulesPage {
  readonly campaign: Locator;
  readonly picker: Locator;
  readonly findTitles: Locator;
  readonly saved: Locator;
  readonly undo: Locator;

  constructor(readonly window: AppWindow) {
    const { content, page, t } = window;
    this.campaign = this.begin('pin');
    this.picker = page.getByRole('dialog');
    this.findTitles = this.picker.getByRole('combobox', { name: t('rules.titles') });
    this.saved = content.getByText(t('rules.saved'), { exact: true });
    this.undo = window.button(t('versions.undo'));
  }

  /** A beginning of a sentence. */
  begin(form: 'pin' | 'hide'): Locator {
    return this.window.button(this.window.t(`rules.begin.${form}`));
  }

  titleNamed(title: string): Locator {
    return this.window.page.getByRole('option', { name: title, exact: true });
  }

  /** The sentence of a rule, by its ID. */
  row(id: string): Locator {
    return this.window.content.locator(`[id="rule-${id}"]`);
  }

  switchOf(id: string): Locator {
    return this.row(id).getByRole('switch');
  }

  /** Waits until the effect of a sentence is told: how many children's lists, and what it costs. */
  async untilEffect(id: string): Promise<void> {
    await this.row(id).locator('[aria-busy="false"] strong').waitFor();
  }
}
