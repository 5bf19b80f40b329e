/** The list: rank, title, score, what is special about it, and how it moved under the tuning. */
import { Badge, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TunedItem, TunedList } from '../../../shared/contract';
import { useFormat } from '../../locales/format';
import { barShares, movementOf, movementSum } from './movement';
import type { TunedAnswer } from './use-tuned-list';
import classes from './Compare.module.css';

export function ListPane({ answer: { list, milliseconds, asking, error } }: { answer: TunedAnswer }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.pane} aria-label={t('compare.list')} aria-busy={asking}>
      <Group justify="space-between" wrap="nowrap" gap="xs" className={classes.paneHead}>
        <Group gap="xs" wrap="nowrap">
          <Title order={2}>
            {list === null ? t('compare.list') : t('compare.listCount', { count: list.items.length })}
          </Title>
          {list !== null && (
            <Badge variant={list.neutral ? 'default' : 'light'} tt="none" size="sm" className={classes.badge}>
              {t(list.neutral ? 'compare.untouched' : 'compare.tuned')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {milliseconds === null ? '' : t('compare.answered', { span: format.count(Math.round(milliseconds)) })}
        </Text>
      </Group>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('compare.list')}>
        {list === null ? error === null && <Waiting /> : <Rows list={list} />}
      </div>
    </section>
  );
}

function Waiting(): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" p="sm" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: 12 }, (_, line) => (
        <Skeleton key={line} height={26} />
      ))}
    </Stack>
  );
}

function Rows({ list }: { list: TunedList }): ReactNode {
  const { t } = useTranslation();
  const { items, gone, neutral } = list;
  const shares = barShares(items.map(({ score }) => score));
  if (items.length === 0)
    return (
      <Text p="md" c="dimmed">
        {t('compare.emptyList')}
      </Text>
    );
  return (
    <>
      {!neutral && (
        <Text size="xs" c="dimmed" px="sm" pt="xs" role="status">
          {t('compare.movedSummary', movementSum(list))}
        </Text>
      )}
      <ol className={classes.rows}>
        {items.map((item, index) => (
          <Row key={item.item} item={item} share={shares[index] ?? 0} isTuned={!neutral} />
        ))}
      </ol>
      {gone.length > 0 && (
        <>
          <Title order={3} px="sm" pt="sm">
            {t('compare.gone')}
          </Title>
          <ul className={classes.rows}>
            {gone.map(({ item, title, before }) => (
              <li key={item} className={classes.entry}>
                <Text size="sm" td="line-through" c="dimmed" truncate>
                  {title ?? item}
                </Text>
                <Text size="xs" c="dimmed" className={classes.when}>
                  {t('compare.goneBefore', { rank: before })}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Row({ item, share, isTuned }: { item: TunedItem; share: number; isTuned: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={classes.item}>
      <span className={classes.rank}>
        <span className="shelfwise-visually-hidden">{t('compare.rank', { rank: item.rank })}</span>
        <span aria-hidden>{item.rank}</span>
      </span>
      <div className={classes.titleCell}>
        <Group gap={6} wrap="nowrap">
          <Text
            component={Link}
            href={`/titles/${encodeURIComponent(item.item)}`}
            size="sm"
            truncate
            className={classes.titleLink}
            title={item.title ?? item.item}
          >
            {item.title ?? item.item}
          </Text>
          {item.badges.map((badge) => (
            <Badge key={badge} size="xs" variant="default" tt="none" className={classes.badge}>
              {t(`compare.badges.${badge}`)}
            </Badge>
          ))}
        </Group>
        <Group gap={8} wrap="nowrap">
          <span className={classes.bar} aria-hidden>
            <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
          </span>
          <Text size="xs" c="dimmed" truncate title={t('compare.score', { value: format.value(item.score) })}>
            {item.group}
          </Text>
        </Group>
      </div>
      <Text size="xs" c="dimmed" className={classes.score}>
        <span className="shelfwise-visually-hidden">{t('compare.score', { value: '' })}</span>
        {format.score(item.score, 3)}
      </Text>
      {isTuned && <Moved item={item} />}
    </li>
  );
}

function Moved({ item }: { item: TunedItem }): ReactNode {
  const { t } = useTranslation();
  const moved = movementOf(item);
  switch (moved.kind) {
    case 'same':
      return (
        <span className={classes.moved}>
          <span className="shelfwise-visually-hidden">{t('compare.moved.same')}</span>
          <span aria-hidden>–</span>
        </span>
      );
    case 'new':
      return (
        <span className={classes.moved} data-kind="new">
          <IconPlus size={13} aria-hidden />
          {t('compare.moved.new')}
        </span>
      );
    default: {
      const Arrow = moved.kind === 'up' ? IconArrowUp : IconArrowDown;
      return (
        <span className={classes.moved} data-kind={moved.kind}>
          <Arrow size={13} aria-hidden />
          {t(`compare.moved.${moved.kind}`, { count: moved.by })}
        </span>
      );
    }
  }
}
