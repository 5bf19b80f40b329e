import { Badge, Group, Text } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { TunedItem } from '../../../shared/contract/tuning';
import { GenreName } from '../../../renderer/components/labels/GenreName';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { NewTitleBadge } from '../../../renderer/components/NewTitleBadge';
import { TitleName } from '../../../renderer/components/TitleName';
import { TitleTile } from '../../../renderer/components/TitleTile';
import { useFormat } from '../../../renderer/locales/format';
import { type GroupCounts, sharedGroups } from './shared-groups';
import classes from '../../../renderer/components/panes.module.css';

const NONE: GroupCounts = new Map();

/** One title of a list: rank, name, badges, and its score as a bar. */
export function ListRow({
  item,
  share,
  watchedGroups = NONE,
  children,
}: {
  item: TunedItem;
  /** Length of the bar, 0 to 1. */
  share: number;
  /** Number of watched titles per group. */
  watchedGroups?: GroupCounts;
  /** Shown at the end of the row. */
  children?: ReactNode;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <li className={classes.item} data-item={item.item}>
      <span className={classes.rank}>
        <span className="shelfwise-visually-hidden">{t('compare.rank', { rank: item.rank })}</span>
        <span aria-hidden>{item.rank}</span>
      </span>
      <TitleTile item={item.item} title={item.title ?? item.item} group={item.group} />
      <div className={classes.titleCell}>
        <Group gap="xs" wrap="nowrap">
          <TitleName title={item.title ?? item.item}>
            {(name) => (
              <Text
                component={Link}
                href={`/titles/${encodeURIComponent(item.item)}`}
                size="sm"
                className={classes.titleLink}
              >
                {name}
              </Text>
            )}
          </TitleName>
          {item.newTitle !== null && <NewTitleBadge />}
          {item.badges.map((badge) => (
            <Badge key={badge} size="xs" variant="default" tt="none" className={classes.badge}>
              {t(`compare.badges.${badge}`)}
            </Badge>
          ))}
        </Group>
        <Group gap="xs" wrap="nowrap">
          <span className={classes.bar} aria-hidden>
            <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
          </span>
          <Text
            size="xs"
            c="dimmed"
            className={classes.score}
            title={item.score === null ? t('compare.noScore') : format.value(item.score)}
          >
            <span className="shelfwise-visually-hidden">
              {item.score === null ? t('compare.noScore') : t('compare.score', { value: '' })}
            </span>
            {item.score === null ? <span aria-hidden>–</span> : format.listScore(item.score)}
          </Text>
          <GroupOf group={item.group} watchedGroups={watchedGroups} />
        </Group>
        {item.rules.length > 0 && <ByRules rules={item.rules} ranked={item.ranked} />}
      </div>
      {children}
    </li>
  );
}

/** Which rules gave the title its place, and where the model ranks it. */
function ByRules({ rules, ranked }: Pick<TunedItem, 'rules' | 'ranked'>): ReactNode {
  const t = useTexts();
  const names = rules.map(({ name }) => name).join(', ');
  const text = ranked === null ? names : t('compare.byRuleFrom', { names, rank: ranked });
  return (
    <Group gap="3xs" wrap="nowrap" align="flex-start" className={classes.byRule}>
      <IconGavel size={14} aria-hidden />
      <Text size="xs" lineClamp={2} title={text}>
        {text}
      </Text>
    </Group>
  );
}

/** Group of the title, marked = if the history has titles of that group. */
function GroupOf({ group, watchedGroups }: { group: string | null; watchedGroups: GroupCounts }): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const shared = sharedGroups(group, watchedGroups);
  if (shared === null)
    return (
      <Text size="xs" c="dimmed" truncate>
        {group !== null && <GenreName group={group} />}
      </Text>
    );
  const named = {
    group: labels.group === null ? shared.group : labels.value(labels.group, shared.group),
    count: shared.count,
  };
  return (
    <Text size="xs" truncate className={classes.sharedGroup} title={t('compare.sharedGroup', named)}>
      = <GenreName group={group!} />
      <span className="shelfwise-visually-hidden">{t('compare.sharedGroup', named)}</span>
    </Text>
  );
}
