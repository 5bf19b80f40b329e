import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useMainAction } from '../../../renderer/stores/main-action';
import type { RulesChoice } from '../../../shared/contract/rules';
import { placeOfQueue, viewOf } from '../../review/window/public';
import { checkName } from '../../review/words/public';
import type { StepState } from '../contract/steps';
import { LookLink } from './LookLink';
import { StepRow } from './StepRow';
import type { OddLists } from './use-odd-lists';
import classes from './Week.module.css';

/** What the checks find in the lists: the causes behind them, largest first, and the way to decide about them. */
export function OddStep({
  lists,
  odd,
  state,
}: {
  lists: { readonly runId: string; readonly rules?: RulesChoice };
  odd: OddLists;
  state: StepState;
}): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { causes, explained, count, undecided, error } = odd;
  const label = t('week.review');
  useMainAction(state === 'now' && undecided !== null ? { label, run: () => go('/review'), blocked: null } : null);
  const isUntouched = undecided !== null && undecided === count && state === 'now';
  if (error !== null)
    return (
      <StepRow step="odd" state={state} number={null} text="">
        <ErrorNotice error={error} />
      </StepRow>
    );
  if (undecided === null) return <StepRow step="odd" state={state} text={t('common.loading')} />;
  if (count === 0) return <StepRow step="odd" state={state} number={0} text={t('week.nothingOdd')} />;
  return (
    <StepRow
      step="odd"
      state={state}
      number={undecided === 0 ? count : isUntouched ? causes.length : undecided}
      text={
        undecided === 0
          ? t('week.allDecided', { odd: count })
          : isUntouched
            ? t('week.causes', { causes: causes.length, explained, odd: count })
            : t('week.undecided', { odd: count })
      }
      action={state === 'now' ? undefined : <LookLink step="odd" href="/review" />}
    >
      <ul className={classes.causes}>
        {causes.map((cause) => (
          <li key={cause.id}>
            <CoverOfCause lists={lists} check={cause.id} />
            <Anchor
              component={Link}
              href={placeOfQueue({ ...viewOf({}), check: cause.id, ...(cause.name !== null && { name: cause.name }) })}
              c="var(--mantine-color-text)"
              fw={600}
              size="sm"
            >
              {checkName(t, cause)}
            </Anchor>
            <Text size="xs" c="dimmed">
              {t('week.ofChildren', { count: cause.count })}
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
      </Group>
    </StepRow>
  );
}

/** The first title that a check found; blank paper for a check of whole lists. */
function CoverOfCause({
  lists,
  check,
}: {
  lists: { readonly runId: string; readonly rules?: RulesChoice };
  check: string;
}): ReactNode {
  const { queries } = useEngine();
  const { data } = useQuery(queries.review.queue.queryOptions({ input: { ...lists, check, start: 0, end: 1 } }));
  const found = data?.rows[0]?.reasons.find((reason) => reason.check === check)?.titles[0];
  return (
    <span className={classes.cause}>
      {found === undefined ? (
        <span className={classes.paper} aria-hidden />
      ) : (
        <TitleCover item={found.item} title={found.title ?? found.item} size="fill" />
      )}
    </span>
  );
}
