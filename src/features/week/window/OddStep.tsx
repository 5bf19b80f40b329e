import { Anchor, Button, Group, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useMainAction } from '../../../renderer/stores/main-action';
import { type Causes, isCountedTwice } from '../../review/contract/queue';
import { placeOfQueue, viewOf } from '../../review/window/public';
import { checkName } from '../../review/words/public';
import type { StepState } from '../contract/steps';
import { LookLink } from './LookLink';
import { StepRow } from './StepRow';
import classes from './Week.module.css';

/** What the checks find in the lists: the causes behind them, largest first, and the way to decide about them. */
export function OddStep({
  found: { data, error },
  state,
}: {
  found: Pick<UseQueryResult<Causes>, 'data' | 'error'>;
  state: StepState;
}): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const label = t('week.review');
  useMainAction(state === 'now' && data !== undefined ? { label, run: () => go('/review'), blocked: null } : null);
  if (error !== null)
    return (
      <StepRow step="odd" state={state} number={null} text="">
        <ErrorNotice error={error} />
      </StepRow>
    );
  if (data === undefined) return <StepRow step="odd" state={state} text={t('common.loading')} />;
  const { causes, explained, lists: count, undecided } = data;
  const isUntouched = undecided === count && state === 'now';
  if (count === 0) return <StepRow step="odd" state={state} number={0} text={t('week.nothingOdd')} />;
  return (
    <StepRow
      step="odd"
      state={state}
      number={undecided === 0 ? count : undecided}
      text={
        undecided === 0
          ? t('week.allDecided', { odd: count })
          : state === 'done'
            ? t('week.leftUndecided', { odd: count })
            : isUntouched
              ? t('week.causes', { causes: causes.length, explained, odd: count })
              : t('week.undecided', { odd: count })
      }
      action={state === 'now' ? undefined : <LookLink step="odd" href="/review" />}
    >
      <ul className={classes.causes}>
        {causes.map((cause) => (
          <li key={cause.check}>
            <CoverOfCause of={cause.first[0]} />
            <Anchor
              component={Link}
              href={placeOfQueue({
                ...viewOf({}),
                check: cause.check,
                ...(cause.name !== null && { name: cause.name }),
              })}
              c="var(--mantine-color-text)"
              fw={600}
              size="sm"
            >
              {checkName(t, { id: cause.check, name: cause.name })}
            </Anchor>
            <Text size="xs" c="dimmed">
              {t('week.ofChildren', { count: cause.lists })}
            </Text>
          </li>
        ))}
      </ul>
      <Group gap="md">
        <Button size="md" onClick={() => go('/review')}>
          {label}
        </Button>
        {!isUntouched && (
          <Text size="sm" c="dimmed">
            {t('week.youStopped')}
          </Text>
        )}
        {isCountedTwice(data) && (
          <Text size="xs" c="dimmed">
            {t('deck.several')}
          </Text>
        )}
      </Group>
    </StepRow>
  );
}

/** The title that a check found most often; blank paper for a check of whole lists. */
const CoverOfCause = ({ of }: { of: Causes['causes'][number]['first'][number] | undefined }): ReactNode => (
  <span className={classes.cause}>
    {of === undefined ? (
      <span className={classes.paper} aria-hidden />
    ) : (
      <TitleCover item={of.item} title={of.title ?? of.item} size="fill" />
    )}
  </span>
);
