import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CameFrom } from '../../../renderer/components/changes-place';
import { FirstOf } from '../../../renderer/components/FirstOf';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ChangedGroup, ChangedLists, ChangedProfile, ChangesRequest } from '../contract/changes';
import { MOST_CHANGED_LISTS } from '../contract/limits';
import classes from './Changes.module.css';
import { type Sides, useChildWords, useListBeside } from './use-children';

/** Children shown before the rest is asked for. */
const AT_FIRST = 3;

interface Properties {
  readonly changes: ChangedLists;
  readonly sides: Sides;
  readonly from: CameFrom;
}

/** The children into whose lists a title or a genre came, or out of whose lists it went; each leads to its page. */
export function ChildrenBehind({
  heading,
  of,
  request,
  ...properties
}: Properties & { heading: ReactNode; of: ChangedGroup; request: ChangesRequest }): ReactNode {
  const { queries } = useEngine();
  const children = useQuery(queries.changes.profiles.queryOptions({ input: { ...request, of } }));
  return (
    <Section title={heading}>
      <Query of={children} lines={4}>
        {(all) => <Children {...properties} all={all} />}
      </Query>
    </Section>
  );
}

function Children({ changes, sides, from, all }: Properties & { all: readonly ChangedProfile[] }): ReactNode {
  const t = useTexts();
  const shown = all.toSorted(mostAffectedFirst).slice(0, MOST_CHANGED_LISTS);
  const profiles = shown.map(({ profile }) => profile);
  const words = useChildWords(changes.after.data, profiles);
  const beside = useListBeside(changes, sides, from);
  const got = all.filter(({ moved }) => moved?.isIn === true).length;
  const lost = all.filter(({ moved }) => moved?.isIn === false).length;
  return (
    <>
      <Text size="sm" c="dimmed">
        {got + lost === all.length
          ? t('changes.gotAndLost', { got, lost })
          : t('changes.behind', { count: all.length })}
      </Text>
      <FirstOf all={shown} most={AT_FIRST} counted="children">
        {(some) => (
          <ul className={classes.children}>
            {some.map(({ profile, viewings, moved }) => (
              <li key={profile} data-profile={profile}>
                <Anchor component={Link} {...beside(profile, profiles)} size="sm" underline="always">
                  {words(profile)}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {[
                    t('changes.newViewings', { count: viewings }),
                    ...(moved === null
                      ? []
                      : [t(moved.isIn ? 'changes.placeNow' : 'changes.placeBefore', { place: moved.place })]),
                  ].join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </FirstOf>
    </>
  );
}

/** Those who got it before those who lost it; then by new viewings, and the better place. */
const mostAffectedFirst = (left: ChangedProfile, right: ChangedProfile): number =>
  Number(right.moved?.isIn ?? false) - Number(left.moved?.isIn ?? false) ||
  right.viewings - left.viewings ||
  (left.moved?.place ?? 0) - (right.moved?.place ?? 0);
