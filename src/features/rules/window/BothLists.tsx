import { Anchor, Table, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { RuledProfile } from '../../../shared/contract/rule-answers';
import { listText, placeOfProfile } from '../../../renderer/components/origin';
import { RuleName } from '../../../renderer/components/rules/RuleName';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import classes from './Rules.module.css';

/** The list of one profile before and after a change, place by place. */
export function BothLists({
  of: { profile, before, after },
  among,
  nameOf,
  heads,
}: {
  of: RuledProfile;
  /** The profiles shown with it. */
  among: readonly { readonly profile: string }[];
  nameOf: (id: string) => string;
  /** Headings of the two lists; by default "without" and "with" the rules. */
  heads?: readonly [string, string];
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  const stays = new Set(after.map(({ item }) => item));
  return (
    <>
      <ProfileLink profile={profile} among={among}>
        {t('rules.openProfile', { profile })}
      </ProfileLink>
      <Table className={classes.lists} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{heads?.[0] ?? t('rules.before')}</Table.Th>
            <Table.Th>{heads?.[1] ?? t('rules.afterwards')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Array.from({ length: Math.max(before.length, after.length) }, (_, place) => {
            const [was, is] = [before[place], after[place]];
            return (
              <Table.Tr key={place}>
                <Table.Td>
                  {was !== undefined && (
                    <Text size="sm" span {...(stays.has(was.item) ? {} : { c: 'dimmed', td: 'line-through' })}>
                      {format.count(place + 1)} {was.title ?? was.item}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {is !== undefined && (
                    <Text size="sm" span fw={is.before === null ? 600 : 400}>
                      {format.count(place + 1)} {is.title ?? is.item}
                      <Text size="xs" span c="dimmed" title={is.newTitle?.sentence[language]}>
                        {is.before === null && ` · ${t(is.newTitle === null ? 'rules.newHere' : 'common.newTitle')}`}
                        {is.rules.length > 0 && (
                          <>
                            {` · ${t('rules.byRule')} `}
                            {is.rules.map((rule, at) => (
                              <Fragment key={rule}>
                                {at > 0 && ', '}
                                <RuleName name={nameOf(rule)} />
                              </Fragment>
                            ))}
                          </>
                        )}
                      </Text>
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** Links to a profile's list, followed by the other profiles shown with it. */
export function ProfileLink({
  profile,
  among,
  label,
  children,
}: {
  profile: string;
  among: readonly { readonly profile: string | null }[];
  label?: string | undefined;
  children: ReactNode;
}): ReactNode {
  const profiles = [...new Set(among.flatMap((one) => one.profile ?? []))];
  const origin = { kind: 'rules', values: { list: listText(profiles, profile) } } as const;
  return (
    <Anchor component={Link} href={placeOfProfile(profile, origin)} size="sm" aria-label={label} title={label}>
      {children}
    </Anchor>
  );
}
