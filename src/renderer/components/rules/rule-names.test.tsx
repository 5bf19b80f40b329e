/** Names of rules that were made from their sentences are said in the window's language. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { keptLabels } from '../../../../tests/support/window/kept-rows';
import { dataset } from '../../../../tests/support/window/records';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { ruleSchema, RULES_VERSION } from '../../../shared/contract/rules';
import { RuleNames } from './RuleNames';

const open = dataset();
const SAID = 'Put Mossel and the Long Winter Journey at place 5. For profiles with Age: 3.';
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
  [
    'en',
    'Put Mossel and the Long Winter Journey at place 5. For children: aged 3.',
    'Put Mossel and the Long Winter Journey…',
  ],
  [
    'ko',
    '5번째 자리에 고정: Mossel and the Long Winter Journey. 대상 아이: 3세.',
    '5번째 자리에 고정: Mossel and the Long Winter…',
  ],
] as const)('in %s', async (language, said, short) => {
  const { user } = renderInWindow(
    <RuleNames of={{ names: [SAID, 'Not at night', 'Gone since'], revision: 3 }} data={open.fingerprint} />,
    {
      language,
      answers: ({ datasets, labels, rules: calls }) => ({
        datasets: { list: datasets.list.handler(() => [{ ...open, layout: 'contest' as const }]) },
        labels: { get: labels.get.handler(() => keptLabels()) },
        rules: {
          get: calls.get.handler(() => ({
            set: { formatVersion: RULES_VERSION, rules },
            rulesSha256: 'a'.repeat(64),
            conflicts: [],
            titles: [{ item: '7', title: 'Mossel and the Long Winter Journey' }],
            revision: 3,
            changedAt: null,
          })),
        },
      }),
    },
  );
  const bare = said.replace(/\.$/, '');
  // A name that is a whole sentence is short beside others, and whole where the focus is.
  const name = await screen.findByLabelText(bare);
  expect(name.textContent).toBe(short);
  expect(name.parentElement!.textContent).toMatch(/ · Not at night · Gone since /);
  expect(screen.queryByRole('tooltip')).toBeNull();
  await user.tab();
  expect(document.activeElement).toBe(name);
  expect((await screen.findByRole('tooltip')).textContent).toBe(bare);
});
