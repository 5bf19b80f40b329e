import { Anchor, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { listText, type Origin, placeOfProfile } from '../../../../renderer/components/origin';
import { partOfPlace } from '../../../../renderer/components/place';
import { useTexts } from '../../../../renderer/locales/use-texts';
import panes from '../../../../renderer/components/panes.module.css';
import classes from '../Titles.module.css';

/** Number of profiles shown at first. */
const FEW = 10;

/** Profiles that lead to their lists, each with a fact. */
export function ProfileLinks({
  note,
  rows,
}: {
  note: string;
  rows: readonly { readonly profile: string; readonly fact: string; readonly hint?: string }[];
}): ReactNode {
  const t = useTexts();
  const [showsAll, setShowsAll] = useState(false);
  const { item = '' } = useParams<{ item?: string }>();
  const profiles = rows.map(({ profile }) => profile);
  const originOf = (profile: string): Origin => ({
    kind: 'title',
    values: { item: partOfPlace(item), list: listText(profiles, profile) },
  });
  return (
    <div>
      <Text size="sm" c="dimmed">
        {note}
      </Text>
      <ul className={classes.links}>
        {(showsAll ? rows : rows.slice(0, FEW)).map(({ profile, fact, hint }) => (
          <li key={profile}>
            <Anchor component={Link} href={placeOfProfile(profile, originOf(profile))} size="sm" title={hint}>
              {profile}
            </Anchor>
            <Text span size="xs" c="dimmed">
              {fact}
            </Text>
          </li>
        ))}
      </ul>
      {rows.length > FEW && (
        <button type="button" className={panes.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('profiles.fewerValues') : t('audience.moreProfiles', { count: rows.length })}
        </button>
      )}
    </div>
  );
}
