import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import type { RunRecord } from '../../../shared/contract/run';
import { ChildScreenButton } from '../../../renderer/components/ChildScreenButton';
import { type Fact, KeyValue } from '../../../renderer/components/KeyValue';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { GenreName } from '../../../renderer/components/labels/GenreName';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { ValueName } from '../../../renderer/components/labels/ValueName';
import { showChildScreen } from '../../../renderer/stores/child-screen';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import { Query } from '../../../renderer/components/Query';
import { useFormat } from '../../../renderer/locales/format';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { useEngine } from '../../../renderer/connection/engine-context';
import { TITLE_FIGURE_NAMES, TITLE_FIGURES } from '../contract/figures';
import type { TitleView } from '../contract/title';
import { Audience } from './audience/Audience';
import { CompletionChart } from './CompletionChart';
import frame from '../../../renderer/components/frame.module.css';
import titleRows from '../../../renderer/components/titles/TitleRow.module.css';
import classes from './Titles.module.css';

/** One title beside the list: its facts, who gets it and why, and similar titles. */
export function TitlePanel({
  data,
  run,
  item,
}: {
  /** Fingerprint of the data set. */
  data: string;
  run: RunRecord | null;
  item: string;
}): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { queries } = useEngine();
  const { choice } = useCountingRules(data);
  const opened = useQuery({
    ...queries.titles.open.queryOptions({ input: { runId: run?.runId ?? '', item, ...choice } }),
    enabled: run !== null,
  });
  const name = opened.data?.title ?? item;
  const receiver = opened.data?.receivers[0];
  const completion = <CompletionChart data={data} item={item} />;
  return (
    <aside className={frame.behind} aria-label={name} tabIndex={0}>
      <div className={classes.head}>
        {opened.error === null && <TitleCover item={item} title={name} size="heading" />}
        <Title order={2}>{name}</Title>
        <Group gap="2xs" wrap="nowrap" className={classes.tools}>
          {/* Of the profile that gets it first in its list. */}
          {run !== null && receiver !== undefined && (
            <ChildScreenButton onShow={() => showChildScreen({ runId: run.runId, profile: receiver.profile, item })} />
          )}
          <ActionIcon variant="subtle" color="gray" aria-label={t('titles.close')} onClick={() => go('/titles')}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
      </div>
      {run === null ? (
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('titles.needsRun')}
          </Text>
          {completion}
        </Stack>
      ) : (
        <Query of={opened} lines={8}>
          {(view) => (
            <View
              view={view}
              completion={completion}
              audience={<Audience key={item} data={data} run={run} item={item} title={view.title} />}
            />
          )}
        </Query>
      )}
    </aside>
  );
}

function View({
  view,
  audience,
  completion,
}: {
  view: TitleView;
  audience: ReactNode;
  completion: ReactNode;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels();
  const missing = view.attributes.filter(({ value }) => value === null);
  return (
    <Stack gap="md">
      <KeyValue
        facts={[
          [t('titles.columns.item'), view.item],
          ...view.attributes.map(({ name, value }): Fact => [
            labels.attribute(name),
            value === null ? null : name === labels.group ? (
              <GenreName group={value} />
            ) : (
              <ValueName attribute={name} value={value} />
            ),
          ]),
          [t('titles.without'), missing.map(({ name }) => labels.attribute(name)).join(', ')],
          // Those of the lists stand with the audience.
          ...TITLE_FIGURE_NAMES.filter((name) => TITLE_FIGURES[name].of === 'histories').map((name): Fact => [
            t(`titles.columns.${name}`),
            TITLE_FIGURES[name].unit === 'profiles'
              ? t('common.profiles', { count: view[name] ?? 0 })
              : format.score(view[name], 1),
          ]),
        ]}
      />
      {audience}
      {completion}
      <div>
        <Title order={3}>{t('titles.similar')}</Title>
        {view.popularity === 0 && view.similar.length > 0 && <Nothing text={t('titles.similarNew')} />}
        {view.similar.length === 0 ? (
          <Nothing text={t('titles.noSimilar')} />
        ) : (
          <ul className={`${titleRows.rows} ${titleRows.flush}`}>
            {view.similar.map(({ item, title, similarity }) => (
              <TitleRow
                key={item}
                item={item}
                title={title}
                isLink
                facts={[{ text: t('titles.similarity', { value: format.score(similarity, 2) }) }]}
              />
            ))}
          </ul>
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
