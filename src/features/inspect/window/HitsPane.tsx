import { Badge, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { TestedProfile } from '../../quality/contract/tested';
import { useDays } from '../../../renderer/components/labels/use-days';
import { Query } from '../../../renderer/components/Query';
import { useFormat } from '../../../renderer/locales/format';
import { TitleCell } from './HistoryPane';
import classes from '../../../renderer/components/panes.module.css';

/** What the profile watched in the hold-out, and the evaluated list with hits and misses marked. */
export function HitsPane({ tested }: { tested: UseQueryResult<TestedProfile | null> }): ReactNode {
  const t = useTexts();
  return (
    <Query of={tested} lines={8}>
      {(test) =>
        test === null ? (
          <Text size="sm" c="dimmed" p="sm">
            {t('compare.hits.notTested')}
          </Text>
        ) : (
          <Hits test={test} />
        )
      }
    </Query>
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
        {list !== null && t('compare.hits.found', { found, count: targets.length })}
      </Text>
      <Text size="xs" c="dimmed" px="sm" pt="2xs">
        {t('compare.hits.figures', { score: format.score(score, 3), recall: format.percent(recall, 0) })}
      </Text>
      <Head text={t(`compare.hits.targets.${protocol}`)} />
      <ul className={classes.rows}>
        {targets.map(({ item, title, group, lastWatched, rank }) => (
          <li key={item} className={classes.entry} data-hit={rank !== null || undefined}>
            <TitleCell title={title} item={item} group={group} />
            <div className={classes.hitMark}>
              {list !== null && (
                <HitMark
                  label={rank === null ? t('compare.hits.miss') : t('compare.rank', { rank })}
                  isHit={rank !== null}
                />
              )}
              {lastWatched !== null && (
                <Text size="xs" c="dimmed" className={classes.when}>
                  {day(lastWatched)}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
      {list === null ? (
        <Text size="sm" c="dimmed" p="sm">
          {t('compare.hits.notKept')}
        </Text>
      ) : (
        <>
          <Head text={t('compare.hits.list')} />
          <ol className={classes.rows}>
            {list.map(({ item, title, group, rank, hit }) => (
              <li key={item} className={classes.entry} data-hit={hit || undefined}>
                <Text size="sm" c="dimmed" ta="right" w={22} aria-label={t('compare.rank', { rank })}>
                  {format.count(rank)}
                </Text>
                <TitleCell title={title} item={item} group={group} />
                {hit && <HitMark label={t('compare.hits.hit')} isHit />}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

const Head = ({ text }: { text: string }): ReactNode => (
  <Text component="h2" size="sm" fw={600} px="sm" pt="md">
    {text}
  </Text>
);

/** Always a word or mark besides the colour. */
const HitMark = ({ label, isHit }: { label: string; isHit: boolean }): ReactNode => (
  <Badge
    size="sm"
    tt="none"
    variant={isHit ? 'light' : 'default'}
    leftSection={isHit ? <IconCheck size={11} aria-hidden /> : <IconMinus size={11} aria-hidden />}
  >
    {label}
  </Badge>
);
