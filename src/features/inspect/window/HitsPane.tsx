import { Anchor, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunRecord } from '../../../shared/contract/run';
import { sliceText } from '../../../shared/labels/slice-text';
import { historyGroup } from '../../../shared/values/history-groups';
import type { TestedProfile } from '../../quality/contract/tested';
import { useDays } from '../../../renderer/components/labels/use-days';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { Query } from '../../../renderer/components/Query';
import { useFormat } from '../../../renderer/locales/format';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import type { RowFact } from '../../../renderer/components/titles/TitleText';
import rows from '../../../renderer/components/titles/TitleRow.module.css';

/**
 * What the profile watched in the hold-out, and the evaluated list with hits and misses marked.
 * @param watched number of titles that the profile watched
 */
export function HitsPane({
  tested,
  run,
  watched,
}: {
  tested: UseQueryResult<TestedProfile | null>;
  run: RunRecord;
  watched: number;
}): ReactNode {
  return (
    <Query of={tested} lines={8}>
      {(test) => (test === null ? <NotTested run={run} watched={watched} /> : <Hits test={test} />)}
    </Query>
  );
}

/** How well lists of profiles with as many titles did, since its own could not be judged. */
function NotTested({
  run: { runId, metrics, slices, dataset },
  watched,
}: {
  run: RunRecord;
  watched: number;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(dataset.fingerprint);
  const { label } = historyGroup(watched);
  const { heading, label: group } = sliceText({ group: 'history', label }, { t, labels });
  const alike = slices.find((one) => one.label === label)?.metrics ?? null;
  return (
    <Text size="sm" c="dimmed" p="sm">
      {t('compare.hits.notTested')}{' '}
      {metrics !== null &&
        t(alike === null ? 'compare.hits.noneAlike' : 'compare.hits.alike', {
          heading,
          group,
          profiles: alike?.profiles ?? 0,
          score: alike === null ? '' : format.score(alike.score, 3),
          all: format.score(metrics.score, 3),
        })}{' '}
      <Anchor component={Link} href={`/runs/${runId}`} size="sm" underline="always">
        {t('compare.hits.ofRun')}
      </Anchor>
    </Text>
  );
}

function Hits({ test: { protocol, targets, list, score, recall } }: { test: TestedProfile }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { day } = useDays();
  const found = targets.filter(({ rank }) => rank !== null).length;
  return (
    <>
      <Text size="sm" px="sm" pt="sm">
        {t(`compare.hits.lead.${protocol}`, { count: targets.length })}{' '}
        {t('compare.hits.found', { found, count: targets.length })}
      </Text>
      <Text size="xs" c="dimmed" px="sm" pt="2xs">
        {t('compare.hits.figures', { score: format.score(score, 3), recall: format.percent(recall, 0) })}
      </Text>
      <Head text={t(`compare.hits.targets.${protocol}`)} />
      <ul className={rows.rows}>
        {targets.map(({ item, title, group, lastWatched, rank }) => (
          <TitleRow
            key={item}
            item={item}
            title={title}
            group={group}
            facts={[
              rank === null ? { text: t('compare.hits.miss') } : hitFact(t('compare.rank', { rank })),
              ...(lastWatched === null ? [] : [{ text: day(lastWatched) }]),
            ]}
            data-hit={rank !== null || undefined}
          />
        ))}
      </ul>
      <Head text={t('compare.hits.list')} />
      <ol className={rows.rows}>
        {list.map(({ item, title, group, rank, hit }) => (
          <TitleRow
            key={item}
            item={item}
            title={title}
            group={group}
            place={rank}
            facts={hit ? [hitFact(t('compare.hits.hit'))] : []}
            data-hit={hit || undefined}
          />
        ))}
      </ol>
    </>
  );
}

const Head = ({ text }: { text: string }): ReactNode => (
  <Text component="h2" size="sm" fw={600} px="sm" pt="md">
    {text}
  </Text>
);

/** Always in words besides the colour. */
const hitFact = (text: string): RowFact => ({ text, tone: 'good' });
