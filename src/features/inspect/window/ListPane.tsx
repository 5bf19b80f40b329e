import { Anchor, Badge, Box, Button, Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Stability } from '../../../shared/contract/stability';
import type { TunedItem, TunedList } from '../../../shared/contract/tuning';
import { Link } from 'wouter';
import { useFormat } from '../../../renderer/locales/format';
import { chooseTuning } from '../../../renderer/stores/chosen-tuning';
import { ListRow } from './ListRow';
import { barShares, movementOf, movementSum } from './movement';
import type { GroupCounts } from './shared-groups';
import { ItemStays, ListStays } from './stability/Stays';
import { type DraftKind, RuleMenu } from '../../rules/window/public';
import { resetTuning, useTuning } from './tuning/tuning-store';
import { TitleSearch } from './tuning/TitleSearch';
import type { TunedAnswer } from './tuning/use-tuned-list';
import { WhyButton } from '../../../renderer/components/WhyButton';
import classes from '../../../renderer/components/panes.module.css';

interface Properties {
  watchedGroups: GroupCounts;
  /** The title being explained. */
  explained: string | null;
  onExplain: (item: string | null) => void;
  /** Stability of this list; null if unknown. */
  stability: Stability | null;
  /** Starts a rule about a title. */
  onDraft: (kind: DraftKind, item: TunedItem) => void;
}

/** The list: rank, title, score and badges, and how each title moved under the tuning or against another run. */
export function ListPane({
  answer: { list, milliseconds, asking, error },
  data,
  runName,
  searchField,
  onWhyNot,
  asRanked,
  ...row
}: Properties & {
  answer: TunedAnswer;
  data: string;
  /** The run's name, if another run is shown beside it. */
  runName: string | null;
  searchField: Ref<HTMLInputElement>;
  /** Opens "why is a title not in the list". */
  onWhyNot: (item: string) => void;
  /** Whether the list is shown as the model ranks, and how to change that; null if no rule is on. */
  asRanked: { readonly isOn: boolean; readonly setOn: (isOn: boolean) => void } | null;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const keptId = useTuning((now) => now.keptId);
  return (
    <section className={classes.pane} aria-label={t('compare.list')} aria-busy={asking}>
      <Group justify="space-between" wrap="nowrap" gap="xs" className={classes.paneHead}>
        <Group gap="xs" wrap="nowrap" data-tour="compare">
          {runName !== null && (
            <Text span fw={700} className={classes.runLetter} title={runName}>
              B
            </Text>
          )}
          <Title order={2}>
            {list === null ? t('compare.list') : t('compare.listCount', { count: list.items.length })}
          </Title>
          {list !== null && (
            <Badge variant={list.neutral ? 'default' : 'light'} tt="none" size="sm" className={classes.badge}>
              {t(!list.neutral ? 'compare.tuned' : list.rules === null ? 'compare.neutral' : 'compare.ruled')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {milliseconds === null ? '' : t('compare.answered', { span: format.count(Math.round(milliseconds)) })}
        </Text>
      </Group>
      {list !== null && !list.neutral && (
        <Group className={classes.tunedBand} justify="space-between" wrap="nowrap" gap="xs" role="status">
          <Text size="sm">
            {t('compare.tunedBand')}{' '}
            <Anchor
              component={Link}
              href="/export"
              size="sm"
              underline="always"
              onClick={() => keptId !== null && chooseTuning(data, { tuningId: keptId })}
            >
              {t('compare.tunedExport')}
            </Anchor>
          </Text>
          <Button size="compact-xs" variant="default" onClick={resetTuning}>
            {t('compare.tunedBack')}
          </Button>
        </Group>
      )}
      {asRanked !== null && (
        <Box className={classes.rankedBy}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('compare.rankedBy')}
            value={asRanked.isOn ? 'model' : 'delivered'}
            onChange={(value) => asRanked.setOn(value === 'model')}
            data={[
              { value: 'delivered', label: t('compare.asDelivered') },
              { value: 'model', label: t('compare.asRanked') },
            ]}
          />
        </Box>
      )}
      <Box className={classes.whyNot}>
        <TitleSearch data={data} label={t('whyNot.search')} field={searchField} onChoose={onWhyNot} />
      </Box>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('compare.list')}>
        {list === null ? error === null && <Waiting /> : <Rows list={list} {...row} />}
      </div>
    </section>
  );
}

function Waiting(): ReactNode {
  const t = useTexts();
  return (
    <Stack gap="xs" p="sm" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: 12 }, (_, line) => (
        <Skeleton key={line} height={26} />
      ))}
    </Stack>
  );
}

function Rows({
  list,
  watchedGroups,
  explained,
  onExplain,
  stability,
  onDraft,
}: Properties & { list: TunedList }): ReactNode {
  const t = useTexts();
  const { items, gone, out } = list;
  const isCompared = !list.neutral || list.against !== null;
  const shares = barShares(items.map(({ score }) => score));
  if (items.length === 0)
    return (
      <Text p="md" c="dimmed">
        {t('compare.emptyList')}
      </Text>
    );
  return (
    <>
      {isCompared && (
        <Text size="xs" c="dimmed" px="sm" pt="xs" role="status">
          {list.against !== null && `${t('compare.againstA')} `}
          {t('compare.movedSummary', movementSum(list))}
        </Text>
      )}
      {stability !== null && <ListStays stability={stability} />}
      <ol className={classes.rows}>
        {items.map((item, index) => (
          <ListRow key={item.item} item={item} share={shares[index] ?? 0} watchedGroups={watchedGroups}>
            <span className={classes.beside}>
              {isCompared && <Moved item={item} />}
              {stability !== null && <ItemStays stability={stability} item={item.item} />}
            </span>
            <RuleMenu item={item} onDraft={(kind) => onDraft(kind, item)} />
            <WhyButton item={item} isOpen={item.item === explained} onExplain={onExplain} />
          </ListRow>
        ))}
      </ol>
      {out.length > 0 && <TakenOut out={out} />}
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

/** What rules took out of the first 25 of the model; shown on request. */
function TakenOut({ out }: Pick<TunedList, 'out'>): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [isShown, { toggle }] = useDisclosure(false);
  return (
    <Box px="sm" pt="sm">
      <button type="button" className={classes.more} aria-expanded={isShown} onClick={toggle}>
        {t(isShown ? 'compare.outHide' : 'compare.outShow')} ({format.count(out.length)})
      </button>
      {isShown && (
        <ul className={classes.rows} aria-label={t('compare.out')}>
          {out.map(({ item, title, ranked, rules }) => (
            <li key={item} className={classes.out}>
              <Text size="sm" td="line-through" c="dimmed" truncate>
                {title ?? item}
              </Text>
              <Text size="xs" c="dimmed">
                {rules.length === 0
                  ? t('compare.outGaveWay', { rank: ranked })
                  : t('compare.outBy', { rank: ranked, names: rules.map(({ name }) => name).join(', ') })}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}

function Moved({ item }: { item: TunedItem }): ReactNode {
  const t = useTexts();
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
