import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RuleConflict } from '../../../shared/contract/rule-answers';
import type { Rule } from '../../../shared/contract/rules';
import { withWholeDays } from '../../../renderer/components/rules/whole-days';
import { rowOfRule } from './rule-row';
import classes from './Rules.module.css';

/** What a rule is in conflict with, and which of the two wins: the same conflict is told on the other rule, too. */
export function Clashes({
  rule,
  rules,
  conflicts,
  nameOf,
}: {
  rule: Rule;
  rules: readonly Rule[];
  conflicts: readonly RuleConflict[];
  nameOf: (rule: Rule) => string;
}): ReactNode {
  const t = useTexts();
  const own = conflicts.filter((conflict) => conflict.rules.includes(rule.id));
  if (own.length === 0) return null;
  return (
    <ul className={classes.clashes} aria-label={t('rules.clashes', { name: nameOf(rule) })}>
      {own.map((conflict) => {
        const id = conflict.rules.find((one) => one !== rule.id);
        const found = rules.find((one) => one.id === id);
        const other = found === undefined ? (id ?? '') : nameOf(found);
        return (
          <li key={`${conflict.kind} ${id}`}>
            <Text size="sm" span c="var(--shelfwise-warning)">
              {withWholeDays(clashText(t, conflict, rule.id, other))}
            </Text>{' '}
            {id !== undefined && (
              <Anchor
                component="button"
                type="button"
                size="sm"
                aria-label={t('rules.toOtherOf', { other })}
                onClick={() => goTo(id)}
              >
                {t('rules.toOther')}
              </Anchor>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function clashText(t: ReturnType<typeof useTexts>, { kind, wins }: RuleConflict, id: string, other: string): string {
  switch (kind) {
    case 'pin-hidden':
    case 'same-place':
    case 'same-title':
      return t(`rules.clash.${kind}.${wins === id ? 'wins' : 'yields'}`, { other });
    case 'up-and-down':
      return t('rules.clash.up-and-down', { other });
    case 'no-titles':
    case 'no-profiles':
    case 'no-attribute':
      return t(`rules.clash.${kind}`);
  }
}

/** Shows the row of a rule, with the focus on it. */
function goTo(id: string): void {
  const row = document.getElementById(rowOfRule(id));
  row?.scrollIntoView({ block: 'nearest' });
  row?.focus();
}
