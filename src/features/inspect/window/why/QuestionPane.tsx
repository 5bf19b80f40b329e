/** The pane that answers why a title is in the list, or why not; and what is asked about: the list as it is tuned, or under the saved rules. */
import { CloseButton, Group, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tunedKeys, type Tuning } from '../../../../shared/contract/tuning';
import { Query } from '../../../../renderer/components/Query';
import { useSavedRules } from '../../../rules/window/use-saved-rules';
import classes from '../../../../renderer/components/panes.module.css';

/** A title in the list of a profile. */
export interface Asked {
  runId: string;
  profile: string;
  item: string;
  tuning: Tuning;
}

/** What goes with the question. Rules are applied to the list as trained, so a tuned list is asked about without them. */
export function useAsked({ tuning, ...of }: Asked) {
  const rules = useSavedRules();
  return { ...of, ...(rules !== null && tunedKeys(tuning).length === 0 ? { rules } : { tuning }) };
}

export function QuestionPane<Answer>({
  title,
  told,
  lines,
  onClose,
  children,
}: {
  title: string;
  told: UseQueryResult<Answer>;
  /** Of what is drawn until the answer is there. */
  lines: number;
  onClose: () => void;
  children: (answer: Answer) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className={classes.pane} aria-label={title} aria-busy={told.isFetching}>
      <Group justify="space-between" wrap="nowrap" className={classes.paneHead}>
        <Title order={2}>{title}</Title>
        <CloseButton aria-label={t('compare.whyClose')} onClick={onClose} />
      </Group>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
        <Query of={told} lines={lines}>
          {children}
        </Query>
      </div>
    </section>
  );
}
