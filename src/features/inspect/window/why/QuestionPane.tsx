/** The pane that explains why a title is in the list, or why not. */
import { CloseButton, Group, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { RulesChoice } from '../../../../shared/contract/rules';
import type { Tuning } from '../../../../shared/contract/tuning';
import { Query } from '../../../../renderer/components/Query';
import classes from '../../../../renderer/components/panes.module.css';

/** A title and the profile whose list it is asked about. */
export interface Asked {
  runId: string;
  profile: string;
  item: string;
  tuning: Tuning;
  rules?: RulesChoice | undefined;
}

/** The frame of an explanation: title, Close, and placeholders until the answer arrives. */
export function QuestionPane<Answer>({
  title,
  told,
  lines,
  onClose,
  children,
}: {
  title: string;
  told: UseQueryResult<Answer>;
  /** Number of placeholder lines until the answer arrives. */
  lines: number;
  onClose: () => void;
  children: (answer: Answer) => ReactNode;
}): ReactNode {
  const t = useTexts();
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
