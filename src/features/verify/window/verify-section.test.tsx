/** What can be verified here: a run of an earlier recipe version cannot, and says what to do. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { VerifySection } from './VerifySection';
import { LAST_COMMIT } from '../../../shared/recipe/earlier';
import { earlierRun } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

it.each(TRIED_LANGUAGES)('refuses a run of an earlier recipe version with what to do (%s)', async (language) => {
  const asked: string[] = [];
  const { t, user } = renderInWindow(<VerifySection run={earlierRun()} />, {
    language,
    answers: ({ runs }) => ({
      runs: {
        certificates: runs.certificates.handler(() => []),
        verify: runs.verify.handler(async function* ({ input }): AsyncGenerator<never, never> {
          asked.push(input.runId);
          yield* [];
          throw new Error('not to be asked');
        }),
      },
    }),
  });
  const button = screen.getByRole('button', { name: t('runs.verify') });
  expect(document.getElementById(button.getAttribute('aria-describedby')!)!.textContent).toBe(
    t('runs.readOnlyWhy', { commit: LAST_COMMIT }),
  );
  expect(t('runs.readOnlyWhy', { commit: LAST_COMMIT })).toContain('11f52d0c');
  await user.click(button);
  expect(asked).toEqual([]);
});
