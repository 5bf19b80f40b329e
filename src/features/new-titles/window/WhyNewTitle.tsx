import { CloseButton, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { TunedItem } from '../../../shared/contract/tuning';
import { NewTitleBadge } from '../../../renderer/components/NewTitleBadge';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { usePreferences } from '../../../renderer/stores/preferences';
import { CopiedSentence } from '../../../renderer/components/CopiedSentence';
import { StandsInFor } from './StandsInFor';
import classes from '../../../renderer/components/panes.module.css';

/** Explains a title without viewings, which has no parts of a score: what it stands in for. */
export function WhyNewTitle({
  runId,
  profile,
  told: { item, title, rank, newTitle },
  onClose,
}: {
  runId: string;
  profile: string;
  told: Pick<TunedItem, 'item' | 'title' | 'rank' | 'newTitle'>;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const language = usePreferences((state) => state.language);
  const standIn = useQuery(queries.newTitles.explain.queryOptions({ input: { runId, profile, item } }));
  return (
    <section className={classes.pane} aria-label={t('compare.why')}>
      <Group justify="space-between" wrap="nowrap" className={classes.paneHead}>
        <Title order={2}>{t('compare.why')}</Title>
        <CloseButton aria-label={t('compare.whyClose')} onClick={onClose} />
      </Group>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('compare.why')}>
        <Stack gap="md" p="sm">
          <div>
            <Group gap="xs">
              <Text fw={600}>{title ?? item}</Text>
              <NewTitleBadge />
            </Group>
            <Text size="xs" c="dimmed" role="status">
              {t('compare.newTitlePlace', { rank })}
            </Text>
          </div>
          {newTitle !== null && <CopiedSentence text={newTitle.sentence[language]} />}
          <Query of={standIn} lines={6}>
            {(told) => told !== null && <StandsInFor told={told} />}
          </Query>
        </Stack>
      </div>
    </section>
  );
}
