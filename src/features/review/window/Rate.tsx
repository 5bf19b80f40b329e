import { Anchor, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { create } from 'zustand';
import { useFormat } from '../../../renderer/locales/format';
import { placeOfProfile } from '../../../renderer/components/origin';
import { useTexts } from '../../../renderer/locales/use-texts';
import { type CheckReport, leavingUnder } from '../contract/checks';
import { setChecks } from './checks-being-set';
import { AlikeLink } from './Reasons';
import classes from './Review.module.css';

/** The check whose stricter limit is looked at: it stays so while one opens a list and comes back. */
const useShownLimit = create<{ check: string | null }>()(() => ({ check: null }));

/** Lists that can be opened from the preview of a limit, each way. */
const MOST_SHOWN = 8;

/**
 * What share of the lists a check flags; if that is too many to read, a stricter limit, and on request which lists it
 * would go on flagging and which not.
 */
export function Rate({
  check: { id, count, profiles, stricter, commonest, mode },
  lists,
  isBusy,
  onUse,
}: {
  check: CheckReport['checks'][number];
  lists: number;
  isBusy: boolean;
  onUse: (limit: number) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const isShown = useShownLimit(({ check }) => check === id);
  if (mode === 'off' || count === null || count === 0) return null;
  return (
    <div className={classes.help}>
      <Text size="xs" c="dimmed">
        {/* One list of many is more than 0 %. */}
        {t('checks.rate', { percent: format.percent(count / lists, count / lists < 0.01 ? 1 : 0), lists })}
        {commonest !== null && (
          <>
            {' · '}
            <AlikeLink
              alike={{ check: id, item: commonest.item, name: commonest.title ?? commonest.item }}
              onGo={() => setChecks(false)}
            >
              {t('checks.commonest', { count: commonest.lists, title: commonest.title ?? commonest.item })}
            </AlikeLink>
          </>
        )}
        {stricter !== null && `. ${t('checks.stricter', { limit: stricter.limit, count: stricter.count })}`}
      </Text>
      {stricter !== null && (
        <>
          <Group gap="2xs" mt="2xs">
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={isShown}
              onClick={() => useShownLimit.setState({ check: isShown ? null : id })}
            >
              {t(isShown ? 'checks.limitHide' : 'checks.limitShow')}
            </Button>
            <Button size="compact-xs" variant="default" disabled={isBusy} onClick={() => onUse(stricter.limit)}>
              {t('checks.useLimit', { limit: stricter.limit })}
            </Button>
          </Group>
          {isShown && (
            <>
              <SomeProfiles of="stay" check={id} profiles={stricter.profiles} />
              <SomeProfiles of="leave" check={id} profiles={leavingUnder(profiles, stricter.profiles)} />
            </>
          )}
        </>
      )}
    </div>
  );
}

/** The number of lists that a limit goes on flagging, or no longer flags, and the first of them to open. */
function SomeProfiles({
  of,
  check,
  profiles,
}: {
  of: 'stay' | 'leave';
  check: string;
  profiles: readonly string[];
}): ReactNode {
  const t = useTexts();
  return (
    <Text size="xs" mt="2xs">
      {t(`checks.limit.${of}`, { count: profiles.length })}
      {profiles.slice(0, MOST_SHOWN).map((profile, index) => (
        <span key={profile}>
          {index === 0 ? ': ' : ', '}
          <Anchor
            component={Link}
            href={placeOfProfile(profile, { kind: 'review', values: { check } })}
            size="xs"
            underline="always"
            aria-label={t('checks.listOf', { profile })}
          >
            {profile}
          </Anchor>
        </span>
      ))}
      {profiles.length > MOST_SHOWN && ' …'}
    </Text>
  );
}
