// @vitest-environment happy-dom
/** An error gives the guide's advice, in either language. */
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ErrorNotice } from './ErrorNotice';
import { ERROR_CODES, ShelfwiseError } from '../../shared/errors';
import { renderInWindow } from '../../../tests/support/window/render-in-window';

describe.each(['en', 'ko'] as const)('an error, in %s', (language) => {
  it.each(ERROR_CODES)(
    '%s: opens the advice in place, and links to that part of the guide',
    { tags: language === 'en' ? [] : ['thorough'] },
    async (code) => {
      const { user, t, place } = renderInWindow(<ErrorNotice error={new ShelfwiseError(code, 'What it was.')} />, {
        language,
      });
      const button = screen.getByRole('button', { name: t('help.whatNow') });
      expect(button.getAttribute('aria-expanded')).toBe('false');
      await user.click(button);
      const more = await screen.findByRole('link', { name: t('help.more') });
      const advice = document.querySelector(`#${CSS.escape(button.getAttribute('aria-controls')!)}`)!;
      expect(advice.textContent!.replace(t('help.more'), '').trim().length).toBeGreaterThan(30);
      await user.click(more);
      expect(place()).toMatch(/^\/help\/trouble\/./);
      await user.click(button);
      expect(screen.queryByRole('link', { name: t('help.more') })).toBeNull();
    },
  );
});
