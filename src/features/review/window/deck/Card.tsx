import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import { ChildScreenButton } from '../../../../renderer/components/ChildScreenButton';
import { useLabels } from '../../../../renderer/components/labels/use-labels';
import { CoverStrip } from '../../../../renderer/components/titles/CoverStrip';
import { useChildWords } from '../../../../renderer/components/use-child-words';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { showChildScreen } from '../../../../renderer/stores/child-screen';
import type { ProfileView } from '../../../../shared/contract/recommendation';
import type { RulesChoice } from '../../../../shared/contract/rules';
import type { CheckReason, ReviewRow } from '../../contract/queue';
import { reasonText } from '../../words/check-reason';
import { ModelOrShelfLink } from '../ModelOrShelfLink';
import { useReasonValue } from '../use-reason-value';
import { MOST_LARGE, type OddTitle, wholeReasonsOf, whyOdd } from './card-content';
import { OddTitleView } from './OddTitleView';
import { listInput } from './use-deck';
import classes from './Card.module.css';

/** Covers of what a child watched last. */
const LAST = 7;

/** One child: who it is, what is odd in its list, and why. */
export function Card({
  runId,
  data,
  rules,
  row,
  titles,
  place,
  children,
}: {
  runId: string;
  data: string;
  rules: RulesChoice | undefined;
  row: ReviewRow;
  titles: readonly OddTitle[];
  /** The address of its shelf. */
  place: string;
  /** What is decided, below. */
  children: ReactNode;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { profile } = row;
  const opened = useQuery(queries.profiles.open.queryOptions({ input: { data, profile } }));
  const list = useQuery(queries.lists.show.queryOptions({ input: listInput(runId, profile, rules) }));
  const labels = useLabels(data);
  const valueOf = useReasonValue(data);
  const words = useChildWords(data).whole(profile, opened.data);
  const whole = wholeReasonsOf(row);
  const shown = titles.slice(0, MOST_LARGE);
  const stand = shown.length > 0 ? [] : standingFor(whole[0], opened.data, list.data?.items ?? []);
  const more = titles.length - shown.length;
  return (
    <div className={classes.card} data-profile={profile}>
      <header className={classes.who}>
        <Title order={2} className={classes.name}>
          <Anchor component={Link} href={place} inherit c="var(--mantine-color-text)" title={t('deck.open')}>
            {words.map((part, index) => (
              <Fragment key={part}>
                {index > 0 && <span className={classes.dot}> · </span>}
                {part}
              </Fragment>
            ))}
          </Anchor>
          {row.decision.decision === 'again' && (
            <Text span size="sm" c="dimmed" className={classes.again}>
              {t('deck.again')}
            </Text>
          )}
        </Title>
        <div className={classes.last}>
          {opened.data !== undefined && opened.data.history.length > 0 && (
            <>
              <Text size="xs" c="dimmed" className={classes.lastWord}>
                {t('deck.lastWatched')}
              </Text>
              <CoverStrip titles={opened.data.history.slice(0, LAST)} label={t('deck.lastWatched')} />
            </>
          )}
          <ModelOrShelfLink runId={runId} data={data} rules={rules} row={row} />
          <ChildScreenButton onShow={() => showChildScreen({ runId, profile, rules })} />
        </div>
      </header>
      <div className={classes.odds} tabIndex={0} role="group" aria-label={t('checks.columns.reasons')}>
        {whole.length > 0 && (
          <ul className={classes.whole}>
            {whole.map((reason) => (
              <li key={reason.check}>{reasonText(t, reason, valueOf(reason.check))}</li>
            ))}
          </ul>
        )}
        {shown.map((odd) => (
          <OddTitleView
            key={odd.item}
            odd={odd}
            why={whyOdd({ t, format }, odd, opened.data, { labels, valueOf })}
            list={list.data?.items}
          />
        ))}
        {stand.map((one) => (
          <OddTitleView key={one.item} odd={{ ...one, lists: 0 }} why={[]} list={list.data?.items} />
        ))}
        {more > 0 && (
          <Text size="sm" c="dimmed" className={classes.more}>
            {t('deck.more', { count: more })}
          </Text>
        )}
      </div>
      {children}
    </div>
  );
}

type Named = Pick<OddTitle, 'item' | 'title'>;

/**
 * Titles for a reason that names none: of a genre that is missing what the child watched most of it, otherwise the first of
 * the list.
 */
function standingFor(reason: CheckReason | undefined, view: ProfileView | undefined, list: readonly Named[]): Named[] {
  if (reason?.check !== 'favourite' || reason.value === null) return list.slice(0, MOST_LARGE);
  return (view?.history ?? [])
    .filter(({ group }) => group?.split(', ').includes(reason.value!) === true)
    .toSorted((left, right) => right.times - left.times)
    .slice(0, MOST_LARGE);
}
