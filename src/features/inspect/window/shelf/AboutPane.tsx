import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, type ReactNode, type RefObject } from 'react';
import { Link } from 'wouter';
import type { ProfileView } from '../../../../shared/contract/recommendation';
import type { TunedList } from '../../../../shared/contract/tuning';
import { whoInWords } from '../../../../shared/words/child-in-words';
import { Details } from '../../../../renderer/components/Details';
import { useLabels } from '../../../../renderer/components/labels/use-labels';
import { placeOfProfile } from '../../../../renderer/components/origin';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useKeys } from '../../../../renderer/components/use-keys';
import { useNameApart } from '../../../../renderer/components/use-name-apart';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { movementSum } from '../movement';
import type { GroupCounts } from '../shared-groups';
import { useListStability } from '../stability/use-list-stability';
import { reasonNoCondition, reasonNoLatent } from '../tuning/tunable';
import { NoteField } from '../../../profiles/window/public';
import { TitleSearch } from '../tuning/TitleSearch';
import type { OpenChild } from '../use-open-child';
import type { Since } from './use-since';
import panes from '../../../../renderer/components/panes.module.css';
import classes from './AboutPane.module.css';

/** What there is to know of a child at a glance. */
export function AboutPane({
  child,
  attributes,
  watchedGroups,
  noteField,
}: {
  child: OpenChild;
  attributes: ProfileView['attributes'];
  watchedGroups: GroupCounts;
  noteField: RefObject<HTMLTextAreaElement | null>;
}): ReactNode {
  const t = useTexts();
  const { run, data, profile, history, answer, second, since, askMissing } = child;
  const nameApart = useNameApart();
  const searchField = useRef<HTMLInputElement>(null);
  useKeys([
    [
      'shift+Y',
      (event) => {
        // Otherwise the shortcut's letter would be typed into the field.
        event.preventDefault();
        searchField.current?.focus();
      },
      { usePhysicalKeys: true },
    ],
  ]);
  const { list } = answer;
  return (
    <section className={panes.pane} aria-label={t('shelf.about')}>
      <div className={panes.scroll} tabIndex={0} role="group" aria-label={t('shelf.about')}>
        <Stack gap="md" p="md">
          <Title order={2}>{t('shelf.about')}</Title>
          {history.length === 0 ? (
            <Text size="sm">
              {t(reasonNoCondition(run) === null ? 'compare.noHistoryBody' : 'compare.noHistoryNoAttributes')}
            </Text>
          ) : (
            <Taste watchedGroups={watchedGroups} watched={history.length} />
          )}
          <Steady child={child} />
          {second !== null && list !== null && (
            <div>
              <Title order={3}>{t('shelf.since', { name: nameApart(second) })}</Title>
              <Moved list={list} />
            </div>
          )}
          {since !== null && <SinceWeek since={since} />}
          {list !== null && <Ruled list={list} />}
          {reasonNoLatent(run) === null && <Alike child={child} />}
          <TitleSearch data={data} label={t('whyNot.search')} field={searchField} onChoose={askMissing} />
          <div>
            <Title order={3}>{t('compare.note')}</Title>
            <NoteField data={data} profile={profile} label={null} field={noteField} />
          </div>
          <Codes child={child} attributes={attributes} />
        </Stack>
      </div>
    </section>
  );
}

/** What is new since the week before, what went, and whether it is the child or the model that changed. */
function SinceWeek({ since: { week, came, went, viewings } }: { since: Since }): ReactNode {
  const t = useTexts();
  const isLearned = came.length > 0 && came.every(({ reason }) => reason === 'model');
  return (
    <div>
      <Title order={3}>
        {came.length === 0 ? t('shelf.sameSince', { week }) : t('shelf.cameSince', { count: came.length, week })}
      </Title>
      {(viewings > 0 || isLearned) && (
        <Text size="sm" c="dimmed">
          {viewings > 0 ? t('shelf.watchedSince', { count: viewings }) : t('shelf.learnedSince')}
        </Text>
      )}
      <Gone titles={went} />
    </div>
  );
}

/** How many titles came, moved and left; nothing of a list that nothing was changed of. */
export function Moved({ list }: { list: TunedList }): ReactNode {
  const t = useTexts();
  const { entered, up, down } = movementSum(list);
  const isAsTrained = list.neutral && list.against === null;
  return (
    <>
      <Text size="sm" role="status">
        {!isAsTrained && t('shelf.sum', { entered, up, down, places: list.items.length })}
      </Text>
      <Gone titles={list.gone} />
    </>
  );
}

function Gone({ titles }: { titles: readonly Pick<TunedList['gone'][number], 'item' | 'title'>[] }): ReactNode {
  const t = useTexts();
  if (titles.length === 0) return null;
  return (
    <>
      <Text size="xs" c="dimmed" mt="2xs">
        {t('shelf.left')}
      </Text>
      <ul className={classes.left} aria-label={t('shelf.left')}>
        {titles.map(({ item, title }) => (
          <li key={item} title={title ?? item}>
            <TitleCover item={item} title={title ?? item} />
            <span className="shelfwise-visually-hidden">{title ?? item}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Genres as parts of a bar, those that are named in ink. */
function Taste({ watchedGroups, watched }: { watchedGroups: GroupCounts; watched: number }): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const most = [...watchedGroups].sort(([, left], [, right]) => right - left).slice(0, 2);
  const others = Math.max(0, watched - most.reduce((sum, [, titles]) => sum + titles, 0));
  const parts = [
    ...most.map(([group, titles]) => ({
      name: labels.group === null ? group : labels.text(labels.group, group),
      titles,
    })),
    ...(others === 0 ? [] : [{ name: t('shelf.others'), titles: others }]),
  ];
  if (most.length === 0) return null;
  return (
    <div>
      <span className={classes.bar} aria-hidden>
        {parts.map(({ name, titles }) => (
          <span key={name} style={{ flexGrow: titles }}>
            {titles}
          </span>
        ))}
      </span>
      <Group gap="md">
        {parts.map(({ name, titles }) => (
          <Text key={name} size="sm" span>
            <b>{titles}</b> {name}
          </Text>
        ))}
      </Group>
    </div>
  );
}

function Steady({ child: { runId, profile, tuning } }: { child: OpenChild }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const stability = useListStability(runId, profile, tuning);
  if (stability === null) return null;
  return (
    <div>
      <Title order={3}>{t('shelf.steady')}</Title>
      <Text size="sm" c="dimmed">
        {stability === undefined
          ? t('stability.listMeasured')
          : t('shelf.stays', {
              share: format.percent(stability.share ?? 0, 0),
              hidden: format.percent(stability.noise.hidden, 0),
            })}
      </Text>
    </div>
  );
}

/** What the rules of the curators did here. */
function Ruled({ list: { items, out } }: { list: TunedList }): ReactNode {
  const t = useTexts();
  const lines = [
    ...items
      .filter(({ rules }) => rules.length > 0)
      .map(({ item, title, rank }) => ({ item, title, text: t('shelf.placed', { title: title ?? item, rank }) })),
    ...out
      .filter(({ rules }) => rules.length > 0)
      .map(({ item, title, ranked }) => ({
        item,
        title,
        text: t('shelf.leftOut', { title: title ?? item, rank: ranked }),
      })),
  ];
  if (lines.length === 0) return null;
  return (
    <div>
      <Title order={3}>{t('shelf.rules')}</Title>
      <ul className={classes.lines}>
        {lines.map(({ item, title, text }) => (
          <li key={item}>
            <TitleCover item={item} title={title ?? item} />
            <Text size="sm">{text}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many children with a like taste are named. */
const FEW = 3;

function Alike({ child: { runId, profile, from } }: { child: OpenChild }): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const { queries } = useEngine();
  const { data: found = [] } = useQuery(
    queries.profiles.neighbours.queryOptions({ input: { runId, profile, count: FEW } }),
  );
  if (found.length === 0) return null;
  return (
    <div>
      <Title order={3}>{t('shelf.alike')}</Title>
      <ul className={classes.lines}>
        {found.map((one) => (
          <li key={one.profile}>
            <Anchor component={Link} href={placeOfProfile(one.profile, from.origin)} size="sm">
              {whoInWords(one, labels, t)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('shelf.shared', { shared: one.shared, watched: one.watched })}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the service calls it. */
function Codes({
  child: { profile },
  attributes,
}: {
  child: OpenChild;
  attributes: ProfileView['attributes'];
}): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  return (
    <Details title={t('shelf.codes')}>
      <Text size="sm">{t('shelf.code', { profile })}</Text>
      {attributes.map(({ name, value }) => (
        <Text key={name} size="sm">
          {labels.attribute(name)}: {value ?? t('common.missing')}
        </Text>
      ))}
    </Details>
  );
}
