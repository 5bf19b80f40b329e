/** Rules in conflict: each of the two says so, and which of them wins. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { RuleConflict } from '../../../shared/contract/rule-answers';
import { ruleSchema } from '../../../shared/contract/rules';
import { rowOfRule } from './rule-row';
import { renderInWindow } from '../../../../tests/support/window/render-in-window';
import { RuleRows } from './RuleRows';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const titles = { ids: ['7'] };
const rule = (id: string, what: object) => ruleSchema.parse({ id, name: `Rule ${id}`, titles, ...what });
const rules = [
  rule('a', { kind: 'pin', place: 1 }),
  rule('b', { kind: 'hide' }),
  rule('c', { kind: 'pin', place: 1 }),
  rule('d', { kind: 'boost', places: 9 }),
];
const conflicts: RuleConflict[] = [
  { kind: 'pin-hidden', rules: ['a', 'b'], wins: 'b', titles: 1 },
  { kind: 'same-place', rules: ['a', 'c'], wins: 'a', titles: 1 },
  { kind: 'no-titles', rules: ['c'], wins: null, titles: 0 },
];

it.each(TRIED_LANGUAGES)(
  'are told on both rules, with the one that wins, and lead to each other: %s',
  async (language) => {
    const { t, user } = renderInWindow(
      <RuleRows
        data="d"
        rules={rules}
        titles={[]}
        conflicts={conflicts}
        onChange={() => undefined}
        onEdit={() => undefined}
        onRemove={() => undefined}
      />,
      { language },
    );
    const told = (id: string): (string | null)[] => {
      const list = screen.getByRole('list', { name: t('rules.clashes', { name: `Rule ${id}` }) });
      return within(list)
        .getAllByRole('listitem')
        .map((one) => one.querySelector('span')!.textContent);
    };
    expect(told('a')).toEqual([
      t('rules.clash.pin-hidden.yields', { other: 'Rule b' }),
      t('rules.clash.same-place.wins', { other: 'Rule c' }),
    ]);
    expect(told('b')).toEqual([t('rules.clash.pin-hidden.wins', { other: 'Rule a' })]);
    expect(told('c')).toEqual([t('rules.clash.same-place.yields', { other: 'Rule a' }), t('rules.clash.no-titles')]);
    expect(screen.queryByRole('list', { name: t('rules.clashes', { name: 'Rule d' }) })).toBeNull();
    await user.click(screen.getAllByRole('button', { name: t('rules.toOtherOf', { other: 'Rule b' }) })[0]!);
    expect(document.activeElement?.id).toBe(rowOfRule('b'));
  },
);

it.each([
  ['en', 'Put Mossel at place 1', 'Never show Mossel'],
  ['ko', '1번째 자리에 고정: Mossel', '숨기기: Mossel'],
] as const)('name rules without a name of their own by their sentences: %s', (language, pinned, hidden) => {
  const made = [
    rule('a', { kind: 'pin', place: 1, name: 'Put Mossel at place 1.' }),
    rule('b', { kind: 'hide', name: '숨기기: Mossel.' }),
  ];
  const { t } = renderInWindow(
    <RuleRows
      data="d"
      rules={made}
      titles={[{ item: '7', title: 'Mossel' }]}
      conflicts={conflicts.slice(0, 1)}
      onChange={() => undefined}
      onEdit={() => undefined}
      onRemove={() => undefined}
    />,
    { language },
  );
  expect(screen.getByText(t('rules.clash.pin-hidden.yields', { other: hidden }))).toBeTruthy();
  screen.getByText(t('rules.clash.pin-hidden.wins', { other: pinned }));
  screen.getByRole('button', { name: t('rules.remove', { name: hidden }) });
});
