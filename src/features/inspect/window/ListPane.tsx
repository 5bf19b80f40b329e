import { ActionIcon, Anchor, Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { Fragment, useRef, type ReactNode, type Ref } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Stability } from '../../../shared/contract/stability';
import type { TunedItem, TunedList } from '../../../shared/contract/tuning';
import { Link } from 'wouter';
import { useNarrow } from '../../../renderer/components/use-narrow';
import { ChildScreenButton } from '../../../renderer/components/ChildScreenButton';
import { DetailsButton } from '../../../renderer/components/titles/TitleRow';
import { WhyButton } from '../../../renderer/components/WhyButton';
import { chooseTuning } from '../../../renderer/stores/chosen-tuning';
import { type RuleOfTitle, RuleMenu } from '../../rules/window/public';
import { GoneTitles, TakenOut } from './LeftOut';
import { ListRow } from './ListRow';
import { type Against, barShares, movementSum } from './movement';
import { type AsRanked, RankedBy } from './RankedBy';
import type { GroupCounts } from './shared-groups';
import { ListStays } from './stability/Stays';
import { resetTuning, useTuning } from './tuning/tuning-store';
import { TitleSearch } from './tuning/TitleSearch';
import type { TunedAnswer } from './tuning/use-tuned-list';
import { useNamesOfRules } from '../../../renderer/components/rules/use-rule-text';
import titleRows from '../../../renderer/components/titles/TitleRow.module.css';
import classes from './Lists.module.css';

interface Properties {
  watchedGroups: GroupCounts;
  /** The title being explained. */
  explained: string | null;
  onExplain: (item: string | null) => void;
  /** Stability of this list; undefined while it is measured, null where nothing measures it. */
  stability: Stability | null | undefined;
  /** Why a title is odd; null for a title that is not. */
  oddReason: (item: string) => string | null;
  /** Starts a rule about a title. */
  onRule: (kind: RuleOfTitle, item: TunedItem) => void;
}

/** The list as it is delivered: its titles, and how each moved under the tuning or against another run. */
export function ListPane({
  answer: { list, asking, error },
  data,
  runName,
  isChange = false,
  searchField,
  onWhyNot,
  onChildScreen,
  asRanked,
  tuning,
  ...row
}: Properties & {
  answer: TunedAnswer;
  data: string;
  /** The run's name, if another run is shown beside it. */
  runName: string | null;
  /** Whether that is the earlier of two lists whose changes are looked at. */
  isChange?: boolean;
  searchField: Ref<HTMLInputElement>;
  /** Opens "why is a title not in the list". */
  onWhyNot: (item: string) => void;
  /** Shows the list as the child sees it. */
  onChildScreen: () => void;
  /** Null if no rule is on, or if the switch stands above the other list. */
  asRanked: AsRanked | null;
  /** Whether the drawer of the tuning is open, and what opens or closes it. */
  tuning: { readonly isOpen: boolean; readonly toggle: () => void };
}): ReactNode {
  const t = useTexts();
  const pane = useRef<HTMLElement>(null);
  const gone = useRef<HTMLHeadingElement>(null);
  const against: Against = list === null || list.against === null || isChange ? 'change' : 'runs';
  // Beside the count and the other buttons, the head of a tab or of a narrow window has no room for it.
  const isApart = useNarrow() || runName !== null;
  const count = list === null ? t('compare.list') : t('compare.listCount', { count: list.items.length });
  return (
    <section ref={pane} className={classes.list} aria-label={t('compare.list')} aria-busy={asking}>
      <div className={classes.head}>
        {runName !== null && (
          <Text span fw={600} className={classes.letter} title={runName}>
            B
          </Text>
        )}
        <Title order={2} data-tour="compare">
          {count}
        </Title>
        {list !== null && (
          <Badge variant={list.neutral ? 'default' : 'light'} size="sm" className={classes.badge}>
            {t(!list.neutral ? 'compare.tuned' : list.rules === null ? 'compare.neutral' : 'compare.ruled')}
          </Badge>
        )}
        <div className={classes.tools}>
          {!isApart && asRanked !== null && <RankedBy {...asRanked} />}
          <ChildScreenButton onShow={onChildScreen} />
          <DetailsButton />
          <TuneButton {...tuning} isShort={runName !== null} />
        </div>
      </div>
      <div className={classes.notes}>
        {/* The other list has its run in the head, which has no room for it here. */}
        {runName !== null && (
          <Text size="sm" fw={600} px="md" pt="2xs">
            {runName}
          </Text>
        )}
        {isApart && asRanked !== null && (
          <div className={classes.which}>
            <RankedBy {...asRanked} />
          </div>
        )}
        {list !== null && (
          <Notes
            list={list}
            data={data}
            stability={row.stability}
            against={against}
            onEntered={() => showAt(pane.current?.querySelector<HTMLElement>('[data-entered] a') ?? null)}
            onGone={() => showAt(gone.current)}
          />
        )}
      </div>
      {list === null ? (
        error === null && <Waiting />
      ) : (
        <Rows list={list} against={isCompared(list) ? against : null} {...row} />
      )}
      <div className={classes.after}>
        <TitleSearch data={data} label={t('whyNot.search')} field={searchField} onChoose={onWhyNot} />
        {list !== null && list.out.length > 0 && <TakenOut out={list.out} />}
        {list !== null && list.gone.length > 0 && <GoneTitles gone={list.gone} against={against} heading={gone} />}
      </div>
    </section>
  );
}

const isCompared = ({ neutral, against }: TunedList): boolean => !neutral || against !== null;

/** Shows what has been led to, and gives it the focus. */
function showAt(found: HTMLElement | null): void {
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}

/** What there is to say of the list as a whole, above its rows. */
function Notes({
  list,
  data,
  stability,
  against,
  onEntered,
  onGone,
}: {
  list: TunedList;
  data: string;
  stability: Stability | null | undefined;
  against: Against;
  onEntered: () => void;
  onGone: () => void;
}): ReactNode {
  const t = useTexts();
  const keptId = useTuning((now) => now.keptId);
  const { entered, gone, ...moved } = movementSum(list);
  const leads = [
    { count: entered, text: t(`compare.movedSum.${against}.entered`, { count: entered }), onClick: onEntered },
    { count: gone, text: t(`compare.movedSum.${against}.gone`, { count: gone }), onClick: onGone },
  ];
  return (
    <>
      {!list.neutral && (
        <div className={classes.band} role="status">
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
        </div>
      )}
      {(isCompared(list) || stability !== null) && (
        <Text size="xs" c="dimmed" component="div" className={classes.sum}>
          {isCompared(list) && (
            <span role="status">
              {list.against !== null && `${t('compare.againstA')} `}
              {t('compare.movedSummary', moved)}
              {leads.map(({ count, text, onClick }) => (
                <Fragment key={text}>
                  {', '}
                  {count === 0 ? (
                    text
                  ) : (
                    <Anchor component="button" type="button" size="xs" onClick={onClick}>
                      {text}
                    </Anchor>
                  )}
                </Fragment>
              ))}
            </span>
          )}
          {/* So that the rows stay where they are when it arrives. */}
          {stability === undefined && <span>{t('stability.listMeasured')}</span>}
          {stability != null && <ListStays stability={stability} />}
        </Text>
      )}
    </>
  );
}

function Waiting(): ReactNode {
  const t = useTexts();
  return (
    <Stack gap="sm" p="md" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: 8 }, (_, line) => (
        <Group key={line} gap="sm" wrap="nowrap">
          <Skeleton width={44} height={60} radius="xs" style={{ flexShrink: 0 }} />
          <Skeleton height={14} width={`${60 - ((line * 17) % 30)}%`} />
        </Group>
      ))}
    </Stack>
  );
}

function Rows({
  list: { items },
  against,
  watchedGroups,
  explained,
  onExplain,
  stability,
  oddReason,
  onRule,
}: Properties & { list: TunedList; against: Against | null }): ReactNode {
  const t = useTexts();
  const nameOfRule = useNamesOfRules();
  const shares = barShares(items.map(({ score }) => score));
  if (items.length === 0)
    return (
      <Text p="md" c="dimmed">
        {t('compare.emptyList')}
      </Text>
    );
  return (
    <ol className={`${titleRows.rows} ${classes.rows}`}>
      {items.map((item, index) => (
        <ListRow
          key={item.item}
          item={item}
          share={shares[index] ?? 0}
          nameOfRule={nameOfRule}
          watchedGroups={watchedGroups}
          against={against}
          stability={stability}
          odd={oddReason(item.item)}
          actions={
            <>
              <RuleMenu item={item} onRule={(kind) => onRule(kind, item)} />
              <WhyButton item={item} isOpen={item.item === explained} onExplain={onExplain} />
            </>
          }
        />
      ))}
    </ol>
  );
}

/** @param isShort beside another list, whose head leaves no room for its name */
function TuneButton({ isOpen, toggle, isShort }: { isOpen: boolean; toggle: () => void; isShort: boolean }): ReactNode {
  const label = useTexts()('compare.tune');
  const picture = <IconAdjustmentsHorizontal size={18} aria-hidden />;
  const properties = {
    variant: isOpen ? 'light' : 'subtle',
    ...(isOpen ? {} : { color: 'gray' }),
    'aria-expanded': isOpen,
    'aria-keyshortcuts': 't',
    onClick: toggle,
  };
  return isShort ? (
    <ActionIcon {...properties} size={30} aria-label={label} title={label}>
      {picture}
    </ActionIcon>
  ) : (
    <Button {...properties} size="compact-sm" leftSection={picture}>
      {label}
    </Button>
  );
}
