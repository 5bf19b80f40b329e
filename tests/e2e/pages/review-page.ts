/** The screen Review: a card for each child, and what was decided last. */
import type { Locator } from 'playwright-core';
import type { DECISIONS } from '../../../src/features/review/contract/checks';
import type { AppWindow } from './app-window';

type Made = (typeof DECISIONS)[number];

export class ReviewPage {
  constructor(readonly window: AppWindow) {}

  /** Of the child on top, once it is there; another than this one. */
  async child(other = ''): Promise<string> {
    const card = this.window.content.locator(`[data-profile]:not([data-profile="${other}"])`);
    await card.waitFor();
    return (await card.getAttribute('data-profile'))!;
  }

  decision(made: Made): Locator {
    const { content, t } = this.window;
    return content.getByRole('button', { name: t(`checks.decisions.${made}`), exact: true });
  }

  /** Needs a rule, and gets none now. */
  get later(): Locator {
    return this.window.button(this.window.t('deck.later'));
  }

  /** All lists that are alike. */
  get alike(): Locator {
    return this.window.content.getByRole('checkbox').first();
  }

  /** What was decided last. */
  get latest(): Locator {
    const { content, t } = this.window;
    return content
      .getByRole('list', { name: t('deck.trail') })
      .getByRole('listitem')
      .last();
  }

  get undo(): Locator {
    return this.latest.getByRole('button');
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
