import { ActionIcon, Anchor, Button, Group, Kbd, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconChevronLeft, IconChevronRight, IconUserX, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useLocation } from 'wouter';
import type { RunRecord } from '../../../shared/contract/run';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { type CameFrom, placeOfProfile } from '../../../renderer/components/origin';
import { ScreenTitle } from '../../../renderer/components/ScreenTitle';
import { useNarrow } from '../../../renderer/components/use-narrow';
import { useKeys } from '../../../renderer/components/use-keys';
import { useEngine } from '../../../renderer/connection/engine-context';
import { askToForget } from '../../../renderer/stores/forget-question';
import { NoteButton, useReview } from '../../profiles/window/public';
import { MoreMenu } from './MoreMenu';
import { SecondRunPicker } from './SecondRunPicker';
import classes from '../../../renderer/components/panes.module.css';
import { useNameApart } from '../../../renderer/components/use-name-apart';

interface Properties {
  run: RunRecord;
  data: string;
  profile: string;
  title: string;
  /** The run it is compared with. */
  second: RunRecord | null;
  from: CameFrom;
}

/** Which profile is shown, the list it came from with its place there, and links to the next and previous one. */
export function CompareHeader({ run, data, profile, title, second, from }: Properties): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  const [, go] = useLocation();
  const { origin, around, back, detail } = from;
  const isReviewed = origin?.kind === 'review';
  const isNarrow = useNarrow();
  const move = (to: string | null | undefined): void => {
    if (to != null) from.move(to);
  };
  const { review, reviewed, toggle } = useReviewed(data, profile);
  useKeys([
    ['J', () => move(around?.next), { usePhysicalKeys: true }],
    ['K', () => move(around?.previous), { usePhysicalKeys: true }],
    ['U', () => go(back.place), { usePhysicalKeys: true }],
    ...(isReviewed
      ? []
      : [['X', toggle, { usePhysicalKeys: true }] as [string, () => void, { usePhysicalKeys: true }]]),
  ]);
  const place = (
    <Text size="sm" c="dimmed" role="status">
      <Place around={around} />
    </Text>
  );
  const steps = (
    <>
      <Step label={t('compare.previous')} to={around?.previous} onMove={move}>
        <Kbd size="sm">K</Kbd>
        <IconChevronLeft size={18} aria-hidden />
      </Step>
      <Step label={t('compare.next')} to={around?.next} onMove={move}>
        <IconChevronRight size={18} aria-hidden />
        <Kbd size="sm">J</Kbd>
      </Step>
    </>
  );
  const decides = (
    <>
      <NoteButton data={data} profile={profile} />
      {!isReviewed && (
        <Button
          variant={reviewed ? 'light' : 'default'}
          leftSection={reviewed ? <IconCheck size={16} aria-hidden /> : null}
          rightSection={<Kbd size="sm">X</Kbd>}
          aria-pressed={reviewed}
          onClick={toggle}
        >
          {t(reviewed ? 'compare.reviewed' : 'compare.markReviewed')}
        </Button>
      )}
    </>
  );
  const ofRuns = { run, second };
  return (
    <>
      <Group justify="space-between" gap="xs">
        <div>
          <Group gap="xs" role="group" aria-label={t('compare.from.label')}>
            <Anchor
              component={Link}
              href={back.place}
              size="sm"
              className={classes.back}
              title={t('compare.from.back')}
            >
              <IconChevronLeft size={14} aria-hidden /> {back.label}
            </Anchor>
            <Kbd size="xs" aria-hidden>
              U
            </Kbd>
            {detail !== '' && (
              <Text size="sm" c="dimmed">
                {detail}
              </Text>
            )}
            {origin !== null && detail !== '' && (
              <ActionIcon
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={t('compare.from.leave')}
                title={t('compare.from.leave')}
                onClick={() => go(placeOfProfile(profile), { replace: true })}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
            {isNarrow && place}
          </Group>
          <Group gap="sm" align="baseline">
            <ScreenTitle>{title}</ScreenTitle>
            <Text size="sm" c="dimmed" className={classes.runName}>
              {nameApart(run)}
            </Text>
          </Group>
        </div>
        {isNarrow ? (
          <Group gap="2xs">
            {steps}
            {decides}
            <MoreMenu {...ofRuns} data={data} profile={profile} />
          </Group>
        ) : (
          <Group gap="xs">
            {place}
            {steps}
            <SecondRunPicker {...ofRuns} />
            {/* Where the row breaks, they stay together. */}
            <Group gap="xs">
              {decides}
              <Tooltip label={t('privacy.forget')}>
                <ActionIcon
                  variant="default"
                  size={36}
                  aria-label={t('privacy.forget')}
                  onClick={() => askToForget({ data, profile })}
                >
                  <IconUserX size={18} />
                </ActionIcon>
              </Tooltip>
            </Group>
          </Group>
        )}
      </Group>
      {review.error !== null && <ErrorNotice title={t('profiles.reviewFailed')} error={review.error} />}
    </>
  );
}

function Place({ around }: Pick<CameFrom, 'around'>): ReactNode {
  const t = useTexts();
  if (around === undefined) return null;
  const { place, total, decided } = around;
  if (place === null) return t('compare.placeUnknown');
  return decided === undefined
    ? t('compare.place', { place: place + 1, total })
    : t('compare.placeDecided', { place: place + 1, total, decided });
}

function Step({
  label,
  to,
  onMove,
  children,
}: {
  label: string;
  to: string | null | undefined;
  onMove: (to: string | null | undefined) => void;
  children: ReactNode;
}): ReactNode {
  return (
    <Tooltip label={to == null ? label : `${label}: ${to}`}>
      <Button
        variant="default"
        px="xs"
        aria-label={label}
        aria-disabled={to == null || undefined}
        data-disabled={to == null || undefined}
        onClick={() => onMove(to)}
      >
        <Group gap="2xs" wrap="nowrap">
          {children}
        </Group>
      </Button>
    </Tooltip>
  );
}

function useReviewed(
  data: string,
  profile: string,
): { review: ReturnType<typeof useReview>; reviewed: boolean; toggle: () => void } {
  const { queries } = useEngine();
  const review = useReview(data);
  const found = useQuery(queries.profiles.page.queryOptions({ input: { data, start: 0, end: 1, around: profile } }));
  const reviewed = found.data?.rows.find((row) => row.profile === profile)?.reviewed ?? false;
  return { review, reviewed, toggle: () => review.mutate({ profile, reviewed: !reviewed }) };
}
