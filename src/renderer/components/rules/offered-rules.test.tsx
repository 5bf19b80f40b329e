// @vitest-environment happy-dom
/** Rules that a plain import left behind are offered, and taken over at a click. */
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { NO_RULES } from '../../../shared/contract/rules';
import { OfferedRules } from './OfferedRules';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const BEFORE = { data: 'b'.repeat(64), name: 'kids', importedAt: '2026-04-01T08:00:00Z', rules: 3, on: 2 };

it.each(TRIED_LANGUAGES)('takes over the rules of the folder as it was before: %s', async (language) => {
  let before: typeof BEFORE | null = BEFORE;
  const asked: object[] = [];
  const { user, t } = renderInWindow(<OfferedRules data={'a'.repeat(64)} />, {
    language,
    answers: ({ rules }) => ({
      rules: {
        before: rules.before.handler(() => before),
        adopt: rules.adopt.handler(({ input }) => {
          asked.push(input);
          before = null;
          return {
            set: NO_RULES,
            rulesSha256: 'c'.repeat(64),
            conflicts: [],
            titles: [],
            revision: 5,
            changedAt: null,
          };
        }),
      },
    }),
  });
  expect((await screen.findByRole('note')).textContent).toContain('kids');
  await user.click(screen.getByRole('button', { name: t('rules.adopt') }));
  await waitFor(() => expect(screen.queryByRole('note')).toBeNull());
  expect(asked).toEqual([{ data: 'a'.repeat(64), from: BEFORE.data }]);
});
