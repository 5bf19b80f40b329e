/** Names of rules that were made from their sentences are said in the window's language. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { NO_LABELS } from '../../../shared/contract/labels';
import { ruleSchema, RULES_VERSION } from '../../../shared/contract/rules';
import { RuleNames } from './RuleNames';

const open = dataset();
const SAID = 'Put Mossel at place 5. For profiles with Age: 3.';
const rules = [
  ruleSchema.parse({
    kind: 'pin',
    id: 'said',
    name: SAID,
    place: 5,
    titles: { ids: ['7'] },
    profiles: { attributes: { age: ['3'] } },
  }),
  ruleSchema.parse({ kind: 'hide', id: 'own', name: 'Not at night', titles: { ids: ['7'] } }),
];

it.each([
  ['en', SAID],
  ['ko', '5번째 자리에 고정: Mossel. 대상 프로필: 나이가 3.'],
] as const)('in %s', async (language, said) => {
  renderInWindow(
    <RuleNames of={{ names: [SAID, 'Not at night', 'Gone since'], revision: 3 }} data={open.fingerprint} />,
    {
      language,
      answers: ({ datasets, labels, rules: calls }) => ({
        datasets: { list: datasets.list.handler(() => [{ ...open, layout: 'contest' as const }]) },
        labels: { get: labels.get.handler(() => ({ ...NO_LABELS, revision: 0, changedAt: null })) },
        rules: {
          get: calls.get.handler(() => ({
            set: { formatVersion: RULES_VERSION, rules },
            rulesSha256: 'a'.repeat(64),
            conflicts: [],
            titles: [{ item: '7', title: 'Mossel' }],
            revision: 3,
            changedAt: null,
          })),
        },
      }),
    },
  );
  const bare = said.replace(/\.$/, '');
  const names = await screen.findByText((text) => text.startsWith(bare));
  expect(names.textContent).toMatch(/ · Not at night · Gone since /);
});
