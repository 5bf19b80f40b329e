/** Columns of the review queue. What it is sorted by is chosen above it, so no column sorts. */
import { Badge } from '@mantine/core';
import { Fragment, useMemo, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { checkName } from '../words/check-reason';
import type { QueueOrder, ReviewRow } from '../contract/queue';
import type { GridColumn } from '../../../renderer/components/grid/columns';
import { useFormat } from '../../../renderer/locales/format';
import classes from './Review.module.css';

export function useReviewColumns(order: QueueOrder): GridColumn<ReviewRow>[] {
  const t = useTexts();
  const format = useFormat();
  return useMemo(() => {
    const decision = ({ decision: { decision: made, runId }, isDecided }: ReviewRow): string => {
      if (made === null) return '';
      const name = t(`checks.decisions.${made}`);
      return made === 'again' || isDecided || runId === null ? name : t('checks.otherList', { decision: name });
    };
    const namesOf = (reasons: ReviewRow['reasons']): string[] =>
      reasons.map(({ check, name }) => checkName(t, { id: check, name }));
    return [
      {
        id: 'profile',
        label: t('checks.columns.profile'),
        text: (row) => row.profile,
        opens: true,
        width: 84,
        unsorted: true,
      },
      {
        id: 'order',
        label: t(`checks.columns.${order}`),
        text: (row) => {
          const figure = row[order];
          return figure === null ? '' : format.count(figure);
        },
        ...(order === 'need' ? { render: ({ need }) => <Need need={need} text={format.count(need)} /> } : {}),
        numeric: true,
        width: 96,
        hidesAs: 0,
        unsorted: true,
      },
      {
        id: 'reasons',
        label: t('checks.columns.reasons'),
        // Only the names of the checks; the panel beside the queue shows details.
        text: ({ reasons }) => (reasons.length === 0 ? t('checks.noReason') : namesOf(reasons).join(' · ')),
        render: ({ reasons }) => (
          <span className={classes.why}>
            {reasons.length === 0
              ? t('checks.noReason')
              : namesOf(reasons).map((name, place) => (
                  <Fragment key={name}>
                    {place > 0 && ' '}
                    <span>{place < reasons.length - 1 ? `${name} ·` : name}</span>
                  </Fragment>
                ))}
          </span>
        ),
        hintOf: ({ reasons }) => namesOf(reasons).join(' · '),
        width: 160,
        grows: true,
        unsorted: true,
      },
      {
        id: 'decision',
        label: t('checks.columns.decision'),
        text: decision,
        render: (row) =>
          decision(row) === '' ? null : (
            <Badge size="sm" variant={row.isDecided ? 'light' : 'default'} tt="none">
              {decision(row)}
            </Badge>
          ),
        width: 126,
        hidesAs: 1,
        unsorted: true,
      },
      {
        id: 'owner',
        label: t('checks.columns.owner'),
        text: ({ decision: { owner } }) => owner,
        width: 90,
        hidesAs: 2,
        unsorted: true,
      },
    ];
  }, [t, format, order]);
}

const MOST_DOTS = 5;

/** How much a list needs a look: a dot for each reason, at most five, and their number. */
const Need = ({ need, text }: { need: number; text: string }): ReactNode => (
  <span className={classes.need} data-need={Math.min(need, MOST_DOTS)}>
    <span className={classes.dots} aria-hidden>
      {Array.from({ length: MOST_DOTS }, (_, dot) => (
        <span key={dot} data-on={dot < need || undefined} />
      ))}
    </span>
    {text}
  </span>
);
