import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ExportedRules, GoneOfRule, NotedRules } from '../../../shared/contract/rules';
import type { Translate } from '../../../shared/words/texts';
import { useTexts } from '../../locales/use-texts';

/** How many are named; `exports` of the command line has all. */
const NAMES_SHOWN = 5;

/** The first names, and how many more there are. */
export function shownNames(names: readonly string[], t: Translate): string {
  const more = names.length - NAMES_SHOWN;
  const shown = names.slice(0, NAMES_SHOWN).join(' · ');
  return more > 0 ? `${shown} ${t('rules.more', { count: more })}` : shown;
}

/** Which rules counted: their names and the revision. */
export function RuleNames({ of }: { of: NotedRules }): ReactNode {
  const t = useTexts();
  const { names, revision } = of;
  return (
    <Text size="sm" component="span">
      {names.length === 0 ? t('rules.noneToday') : shownNames(names, t)}{' '}
      <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {revision === null ? t('rules.ofFile') : t('rules.revision', { revision })}
      </Text>
    </Text>
  );
}

/** What rules name and the data does not have. */
export function GoneOfRules({ gone }: { gone: readonly GoneOfRule[] }): ReactNode {
  const t = useTexts();
  return gone.map(({ name, what, count }) => (
    <Text key={name} size="sm" c="var(--shelfwise-warning)">
      {t('rules.gone', { rule: name, what: what.slice(0, NAMES_SHOWN).join(', ') })}
      {count > NAMES_SHOWN && ` ${t('rules.more', { count: count - NAMES_SHOWN })}`}
    </Text>
  ));
}

/** Wishes that were not met in some lists of an export, and what rules name that is gone. */
export function NotKept({ rules: { unmet, gone } }: { rules: ExportedRules }): ReactNode {
  const t = useTexts();
  return (
    <>
      {unmet.map(({ name, lists }) => (
        <Text key={name} size="sm" c="var(--shelfwise-warning)">
          {t('exporting.unmet', { rule: name, lists })}{' '}
          <Anchor component={Link} href="/rules/unmet" size="sm">
            {t('exporting.seeUnmet')}
          </Anchor>
        </Text>
      ))}
      <GoneOfRules gone={gone} />
    </>
  );
}
