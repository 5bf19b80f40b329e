import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRuleName } from '../../../renderer/components/rules/use-rule-text';
import type { RuleConflict } from '../../../shared/contract/rule-answers';
import { rowOfRule } from './rule-row';
import { rulesIn } from './sentences';
import type { Book } from './use-book';
import classes from './Rules.module.css';

/** What contradicts each other: of one rule, what it is about that is not there; of two, one line between them, with which of them is kept. */
export function Conflicts({
  of,
  book: { conflicts, sentences, titles, data },
}: {
  /** IDs of the rules, in the order of the book. */
  of: readonly string[];
  book: Pick<Book, 'conflicts' | 'sentences' | 'titles' | 'data'>;
}): ReactNode {
  const t = useTexts();
  const ruleName = useRuleName(titles, data);
  const own = conflicts.filter(({ rules }) => rules.length === of.length && rules.every((id) => of.includes(id)));
  if (own.length === 0) return null;
  const nameOf = (id: string): string => {
    const rule = rulesIn(sentences).find((one) => one.id === id);
    return rule === undefined ? id : ruleName(rule);
  };
  const [upper, lower] = of as [string, string?];
  return own.map((conflict) => (
    <p key={conflict.kind} className={classes.waits}>
      {textOf(t, conflict, nameOf)}
      {lower !== undefined && !areNeighbours(sentences, upper, lower) && (
        <>
          {' '}
          <Anchor component="button" type="button" size="sm" onClick={() => goTo(lower)}>
            {t('rules.toOther', { name: nameOf(lower) })}
          </Anchor>
        </>
      )}
    </p>
  ));
}

function textOf(
  t: ReturnType<typeof useTexts>,
  { kind, rules, wins }: RuleConflict,
  nameOf: (id: string) => string,
): string {
  switch (kind) {
    case 'no-titles':
    case 'no-profiles':
    case 'no-attribute':
      return t(`rules.clash.${kind}`);
    case 'up-and-down':
      return t('rules.clash.up-and-down');
    case 'pin-hidden':
    case 'same-place':
    case 'same-title': {
      const winner = wins ?? rules[0]!;
      return t(`rules.clash.${kind}`, {
        winner: nameOf(winner),
        other: nameOf(rules.find((id) => id !== winner) ?? winner),
      });
    }
  }
}

function areNeighbours(sentences: Book['sentences'], one: string, other: string): boolean {
  const at = sentences.findIndex(({ id }) => id === one);
  return sentences[at + 1]?.id === other;
}

/** Shows the row of a rule, with the focus on it. */
function goTo(id: string): void {
  const row = document.getElementById(rowOfRule(id));
  row?.scrollIntoView({ block: 'nearest' });
  row?.focus();
}
