import { Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGavel, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Stability } from '../../../shared/contract/stability';
import type { TunedItem } from '../../../shared/contract/tuning';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { ScoreGlyph, TitleRow } from '../../../renderer/components/titles/TitleRow';
import type { RowMark } from '../../../renderer/components/titles/TitleText';
import { useFormat } from '../../../renderer/locales/format';
import { type Against, movementOf } from './movement';
import { type GroupCounts, sharedGroups } from './shared-groups';
import { useStays } from './stability/Stays';

const NONE: GroupCounts = new Map();

/** One title of a list: its place, what it is, why it is there, how it moved, its score and stability. */
export function ListRow({
  item,
  share,
  nameOfRule,
  watchedGroups = NONE,
  against = null,
  stability = null,
  marks = [],
  odd = null,
  actions,
}: {
  item: TunedItem;
  /** Length of the bar of the score, 0 to 1. */
  share: number;
  nameOfRule: (name: string) => string;
  /** Number of watched titles per group. */
  watchedGroups?: GroupCounts;
  /** What the list moved against; null for nothing. */
  against?: Against | null;
  stability?: Stability | null;
  /** Further marks. */
  marks?: readonly RowMark[];
  /** Why the title is odd. */
  odd?: string | null;
  actions?: ReactNode;
}): ReactNode {
  const t = useTexts();
  const reasons = useReasons(item, watchedGroups, nameOfRule);
  const moved = useMoved(item, against);
  const score = useScore(item, share);
  const stays = useStays(stability, item.item);
  return (
    <TitleRow
      item={item.item}
      title={item.title}
      group={item.group}
      place={item.rank}
      isLink
      facts={[
        ...(item.newTitle === null ? [] : [{ text: t('common.newTitle'), tone: 'new' as const }]),
        ...item.badges.map((badge) => ({ text: t(`compare.badges.${badge}`) })),
      ]}
      marks={[...reasons, ...(against === null ? [] : [moved]), ...marks, score, ...stays]}
      actions={actions}
      data-entered={(against !== null && item.before === null) || undefined}
    >
      {odd !== null && (
        <Text size="xs" lineClamp={2} title={odd} data-tone="warning">
          {odd}
        </Text>
      )}
    </TitleRow>
  );
}

/** The rules that gave the title its place, with its rank in the model, and titles of its group in the history. */
function useReasons(
  { rules, ranked, group }: TunedItem,
  watchedGroups: GroupCounts,
  nameOf: (name: string) => string,
): RowMark[] {
  const t = useTexts();
  const labels = useLabels();
  const names = rules.map(({ name }) => nameOf(name)).join(', ');
  const shared = sharedGroups(group, watchedGroups);
  return [
    ...(rules.length === 0
      ? []
      : [
          {
            key: 'rule',
            glyph: <IconGavel size={14} />,
            figure: ranked === null ? names : t('compare.byRuleFrom', { names, rank: ranked }),
          },
        ]),
    ...(shared === null
      ? []
      : [
          {
            key: 'shared',
            figure: t('compare.sharedGroup', {
              group: labels.group === null ? shared.group : labels.value(labels.group, shared.group),
              count: shared.count,
            }),
          },
        ]),
  ];
}

function useMoved(item: TunedItem, against: Against | null): RowMark {
  const t = useTexts();
  const moved = movementOf(item);
  switch (moved.kind) {
    case 'same':
      return { key: 'moved', glyph: <IconMinus size={14} />, figure: t('compare.moved.same') };
    case 'new':
      return {
        key: 'moved',
        glyph: <IconPlus size={14} />,
        figure: t(against === 'runs' ? 'compare.moved.onlyInB' : 'compare.moved.new'),
        tone: 'good',
      };
    case 'up':
      return {
        key: 'moved',
        glyph: <IconArrowUp size={14} />,
        figure: t('compare.moved.up', { count: moved.by }),
        tone: 'good',
      };
    case 'down':
      return {
        key: 'moved',
        glyph: <IconArrowDown size={14} />,
        figure: t('compare.moved.down', { count: moved.by }),
        tone: 'warning',
      };
  }
}

function useScore({ score }: TunedItem, share: number): RowMark {
  const t = useTexts();
  const format = useFormat();
  return score === null
    ? { key: 'score', figure: t('compare.noScore') }
    : {
        key: 'score',
        glyph: <ScoreGlyph share={share} />,
        figure: t('compare.score', { value: format.listScore(score) }),
        hint: format.value(score),
      };
}
