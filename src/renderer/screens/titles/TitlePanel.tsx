/** One title beside the list: what is known of it, similar titles, and the profiles that get it. */
import { ActionIcon, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { TitleView } from '../../../shared/contract';
import { KeyValue } from '../../components/KeyValue';
import { Query } from '../../components/Query';
import { useEngine } from '../../connection/engine-context';
import { useFormat } from '../../locales/format';
import classes from './Titles.module.css';

export function TitlePanel({ runId, item }: { runId: string | undefined; item: string }): ReactNode {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { queries } = useEngine();
  const opened = useQuery({
    ...queries.titles.open.queryOptions({ input: { runId: runId ?? '', item } }),
    enabled: runId !== undefined,
  });
  const name = opened.data?.title ?? item;
  return (
    <aside className={classes.panel} aria-label={name} tabIndex={0}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2}>{name}</Title>
        <ActionIcon variant="subtle" color="gray" aria-label={t('titles.close')} onClick={() => go('/titles')}>
          <IconX size={18} />
        </ActionIcon>
      </Group>
      {runId === undefined ? (
        <Text size="sm" c="dimmed">
          {t('titles.needsRun')}
        </Text>
      ) : (
        <Query of={opened} lines={8}>
          {(view) => <View view={view} />}
        </Query>
      )}
    </aside>
  );
}

function View({ view }: { view: TitleView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="md" mt="xs">
      <KeyValue
        facts={[
          [t('titles.columns.item'), view.item],
          ...view.attributes.map(({ name, value }): [string, ReactNode] => [name, value ?? t('titles.missing')]),
          [t('titles.columns.popularity'), t('common.profiles', { count: view.popularity })],
          [t('titles.columns.recommended'), t('common.profiles', { count: view.recommended })],
          [t('titles.columns.meanRank'), view.meanRank === null ? null : format.score(view.meanRank, 1)],
        ]}
      />
      <div>
        <Title order={3}>{t('titles.similar')}</Title>
        {view.similar.length === 0 ? (
          <Nothing text={t('titles.noSimilar')} />
        ) : (
          <ul className={classes.links}>
            {view.similar.map(({ item, title, similarity }) => (
              <li key={item}>
                <Anchor component={Link} href={`/titles/${encodeURIComponent(item)}`} size="sm">
                  {title ?? item}
                </Anchor>
                <Text span size="xs" c="dimmed">
                  {t('titles.similarity', { value: format.score(similarity, 2) })}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <Title order={3}>{t('titles.receivers')}</Title>
        {view.receivers.length === 0 ? (
          <Nothing text={t('titles.noReceivers')} />
        ) : (
          <>
            <Nothing text={t('titles.receiversNote')} />
            <ul className={classes.links}>
              {view.receivers.map(({ profile, rank }) => (
                <li key={profile}>
                  <Anchor component={Link} href={`/compare/${encodeURIComponent(profile)}`} size="sm">
                    {profile}
                  </Anchor>
                  <Text span size="xs" c="dimmed">
                    {t('titles.rank', { rank })}
                  </Text>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Stack>
  );
}

const Nothing = ({ text }: { text: string }): ReactNode => (
  <Text size="sm" c="dimmed">
    {text}
  </Text>
);
