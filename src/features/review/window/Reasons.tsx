import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { FirstOf } from '../../../renderer/components/FirstOf';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { CheckReason, ReviewRow } from '../contract/queue';
import { NAMED_TITLES, reasonText, titlesNamedBy } from '../words/check-reason';
import { type Alike, placeOfQueue, viewOf } from './queue-place';
import { useReasonValue } from './use-reason-value';
import classes from './Review.module.css';

/** Why a list is in the queue, each reason with a link to the lists that have it too. */
export function Reasons({ row: { reasons }, data }: { row: ReviewRow; data: string }): ReactNode {
  const t = useTexts();
  const valueOf = useReasonValue(data);
  if (reasons.length === 0) return <Text size="sm">{t('checks.noReason')}</Text>;
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => (
        <li key={reason.check}>
          <Text size="sm" span>
            <FirstOf all={titlesNamedBy(reason)} most={NAMED_TITLES} counted="titles">
              {(titles) => reasonText(t, { ...reason, titles: [...titles] }, valueOf(reason.check), titles.length)}
            </FirstOf>
          </Text>{' '}
          {reason.lists > 1 && (
            <AlikeLink alike={alikeOf(reason)} label={reasonLabel(reason)}>
              {t(reason.value === null ? 'checks.alike.check' : 'checks.alike.these', { count: reason.lists })}
            </AlikeLink>
          )}
        </li>
      ))}
    </ul>
  );

  function reasonLabel({ check, value, lists: count }: CheckReason): string {
    return value === null
      ? t('checks.alike.check', { count })
      : t('checks.alike.value', { count, value: valueOf(check)(value) });
  }
}

const alikeOf = ({ check, name, value }: CheckReason): Alike => ({
  check,
  ...(value !== null && { value }),
  ...(name !== null && { name }),
});

/** Leads to the queue of the lists that are alike, to decide about them together. Where it stands beside what they share, its label names that. */
export const AlikeLink = ({
  alike,
  label,
  onGo,
  children,
}: {
  alike: Alike;
  label?: string;
  onGo?: () => void;
  children: ReactNode;
}): ReactNode => (
  <Anchor
    component={Link}
    href={placeOfQueue({ ...viewOf({}), ...alike })}
    size="xs"
    underline="always"
    aria-label={label}
    {...(onGo !== undefined && { onClick: onGo })}
  >
    {children}
  </Anchor>
);
