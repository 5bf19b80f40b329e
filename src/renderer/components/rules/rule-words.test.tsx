/** A rule in words, with the names that its sentence leaves out behind a button. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Rule } from '../../../shared/contract/rules';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { RuleWords } from './RuleWords';

const RULE: Rule = {
  kind: 'pin',
  id: 'pin-1',
  name: 'Pin',
  on: true,
  place: 1,
  titles: { ids: ['9'] },
  profiles: { attributes: { age: ['4', '5', '6', '8', '9'] } },
};

it.each(['en', 'ko'] as const)('ends in three dots where it leaves names out: %s', async (language) => {
  const { user, t } = renderInWindow(<RuleWords rule={RULE} titles={[]} />, {
    language,
    answers: ({ labels }) => ({
      labels: { get: labels.get.handler(() => keptLabels()) },
    }),
  });
  const more = await screen.findByRole('button', { name: t('common.andMore.things', { count: 2 }) });
  expect(document.body.textContent).toContain('4, 5, 6, …');
  expect(document.body.textContent).not.toContain('….');
  await user.click(more);
  expect(document.body.textContent).toContain('4, 5, 6, 8, 9');
});
