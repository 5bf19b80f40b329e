/** Rules of a file beside existing ones: each conflict with both versions, resolved one by one. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RuleFiles } from './RuleFiles';
import { type Rule, ruleSchema, RULES_VERSION } from '../../../shared/contract/rules';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const rule = (id: string, places: number): Rule =>
  ruleSchema.parse({ kind: 'boost', id, name: `Rule ${id}`, titles: { text: 'dino' }, places });
const set = (...rules: Rule[]) => ({ formatVersion: RULES_VERSION as 1, rules });

it.each(TRIED_LANGUAGES)('shows both versions of a conflict, and takes the chosen one: %s', async (language) => {
  const read: Rule[][] = [];
  const given = set(rule('a', 9), rule('b', 8), rule('new', 1));
  const { t, user } = renderInWindow(
    <RuleFiles
      data="d"
      set={set(rule('a', 1), rule('b', 2))}
      titles={[]}
      onRead={(rules) => void read.push([...rules])}
    />,
    {
      language,
      answers: ({ rules, runs }) => ({
        rules: {
          readFile: rules.readFile.handler(() => ({ set: given, rulesSha256: 'x', conflicts: [], titles: [] })),
        },
        runs: { list: runs.list.handler(() => []) },
      }),
      shell: ({ user: asks }) => ({ user: { pickFile: asks.pickFile.handler(() => '/rules.json') } }),
    },
  );
  await user.click(screen.getByRole('button', { name: t('rules.import') }));
  // New rules are taken at once; for conflicts the existing ones stay.
  expect((await screen.findAllByText(t('rules.takeThis'))).length).toBe(2);
  expect(read.at(-1)).toEqual([rule('a', 1), rule('b', 2), rule('new', 1)]);
  const text = document.body.textContent!;
  for (const places of [1, 2, 9, 8]) expect(text).toContain(String(places));
  await user.click(screen.getByRole('button', { name: t('rules.takeThisOf', { name: 'Rule b' }) }));
  expect(read.at(-1)!.find(({ id }) => id === 'b')).toEqual(rule('b', 8));
  expect(read.at(-1)!.find(({ id }) => id === 'a')).toEqual(rule('a', 1));
  expect(screen.getAllByText(t('rules.takeThis')).length).toBe(1);
});
