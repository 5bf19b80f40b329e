import { Anchor, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { ExportedRules, GoneOfRule, NotedRules } from '../../../shared/contract/rules';
import { useTexts } from '../../locales/use-texts';
import { FirstOf } from '../FirstOf';
import { useNamesOfRules } from './use-rule-text';
import { RuleName } from './RuleName';
import { UnmetWhy } from './UnmetWhy';
import { withWholeDays } from './whole-days';

/** How many are named at first. */
export const NAMES_SHOWN = 5;

/**
 * Which rules counted: their names and the revision.
 * @param props.data the data set whose rules they are
 */
export function RuleNames({ of, data }: { of: NotedRules; data: string | undefined }): ReactNode {
  const t = useTexts();
  const nameOf = useNamesOfRules(data);
  const { names, revision } = of;
  return (
    <Text size="sm" component="span">
      {names.length === 0 ? (
        t('rules.noneToday')
      ) : (
        <FirstOf all={names} most={NAMES_SHOWN}>
          {(shown) =>
            shown.map((name, at) => (
              <Fragment key={`${at} ${name}`}>
                {at > 0 && ' · '}
                <RuleName name={nameOf(name)} />
              </Fragment>
            ))
          }
        </FirstOf>
      )}{' '}
      <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        ({revision === null ? t('rules.ofFile') : t('rules.revision', { revision })})
      </Text>
    </Text>
  );
}

/** What rules name and the data does not have. */
export function GoneOfRules({ gone, data }: { gone: readonly GoneOfRule[]; data: string | undefined }): ReactNode {
  const t = useTexts();
  const nameOf = useNamesOfRules(data);
  return gone.map(({ name, what, count }) => (
    <Text key={name} size="sm" c="var(--shelfwise-warning)">
      <FirstOf all={what} most={NAMES_SHOWN}>
        {(shown) => t('rules.gone', { rule: nameOf(name), what: shown.join(', ') })}
      </FirstOf>
      {count > what.length && ` ${t('common.andMore.things', { count: count - what.length })}`}
    </Text>
  ));
}

/** Wishes that were not met in some lists of an export, and why, and what rules name that is gone. */
export function NotKept({
  rules: { unmet, gone },
  data,
}: {
  rules: ExportedRules;
  data: string | undefined;
}): ReactNode {
  const t = useTexts();
  const nameOf = useNamesOfRules(data);
  return (
    <>
      {unmet.map(({ name, lists, why }) => (
        <div key={name}>
          <Text size="sm" c="var(--shelfwise-warning)">
            {withWholeDays(t('exporting.unmet', { rule: nameOf(name), lists }))}{' '}
            <Anchor component={Link} href="/rules/unmet" size="sm">
              {t('exporting.seeUnmet')}
            </Anchor>
          </Text>
          <UnmetWhy why={why} />
        </div>
      ))}
      <GoneOfRules gone={gone} data={data} />
    </>
  );
}
