import { Anchor, Table, Text } from '@mantine/core';
import { Fragment, type ReactNode, useCallback, useRef } from 'react';
import { Link } from 'wouter';
import { useNarrow } from '../../../renderer/components/use-narrow';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ChangedLists } from '../contract/changes';
import { MOST_TITLES_NAMED } from '../contract/limits';
import { byReason, reasonText } from '../contract/summary';
import { FirstOf, useFirstOf } from '../../../renderer/components/FirstOf';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { useListToEnter } from '../../../renderer/stores/open-list';
import { ROWS_AT_FIRST } from './MovesTable';
import type { CameFrom } from '../../../renderer/components/changes-place';
import { type Sides, useChildWords, useListBeside } from './use-children';

/** The lists that changed most, each leading to the profile with both lists beside each other. */
export function ChangedTable({
  changes,
  sides,
  from,
}: {
  changes: ChangedLists;
  sides: Sides;
  from: CameFrom;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { after, isSameData, lists, changed, reordered } = changes;
  const beside = useListBeside(changes, sides, from);
  // Beside each other, titles would stand one word a line.
  const isNarrow = useNarrow();
  const { shown: rows, more } = useFirstOf(lists, ROWS_AT_FIRST, 'children');
  const all = lists.map(({ profile }) => profile);
  const words = useChildWords(after.data, all);
  const first = useRef<HTMLAnchorElement>(null);
  const enter = useCallback(() => first.current?.focus(), []);
  useListToEnter(enter);
  const named = (moved: ChangedLists['lists'][number]['came']): ReactNode => (
    <FirstOf all={moved} most={MOST_TITLES_NAMED} counted="titles">
      {(shown) =>
        Array.from(byReason(shown), ([reason, titles]) => (
          <Fragment key={reason}>
            <Text size="xs" c="dimmed">
              {reasonText(t, reason, isSameData)}
            </Text>
            {/* Commas are parts of names; a name that fits a line stays on one. */}
            {titles.map((title, at) => (
              <Fragment key={title}>
                <Text span size="sm" display="inline-block">
                  {at < titles.length - 1 ? `${title} ·` : title}
                </Text>{' '}
              </Fragment>
            ))}
          </Fragment>
        ))
      }
    </FirstOf>
  );
  const withOtherTitles = changed - reordered;
  return (
    <Section
      flush
      foot={more}
      title={t('changes.lists')}
      description={
        withOtherTitles > lists.length
          ? t('changes.more', { shown: format.count(lists.length), all: format.count(withOtherTitles) })
          : undefined
      }
    >
      <Table horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('changes.profile')}</Table.Th>
            {!isNarrow && <Table.Th ta="right">{t('changes.shared')}</Table.Th>}
            {isNarrow ? (
              <Table.Th>{`${t('changes.came')} · ${t('changes.went')}`}</Table.Th>
            ) : (
              <>
                <Table.Th>{t('changes.came')}</Table.Th>
                <Table.Th>{t('changes.went')}</Table.Th>
              </>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ profile, shared, came, went }, row) => (
            <Table.Tr key={profile}>
              <Table.Th scope="row" fw={600}>
                <Anchor
                  component={Link}
                  {...(row === 0 && { ref: first })}
                  {...beside(profile, all)}
                  size="sm"
                  aria-label={t('changes.beside', { child: words(profile) })}
                >
                  {words(profile)}
                </Anchor>
                {words(profile) !== profile && (
                  <Text size="xs" c="dimmed">
                    {profile}
                  </Text>
                )}
                {isNarrow && (
                  <Text size="xs" c="dimmed">
                    {`${t('changes.shared')} ${format.count(shared)}`}
                  </Text>
                )}
              </Table.Th>
              {!isNarrow && <Table.Td ta="right">{format.count(shared)}</Table.Td>}
              {isNarrow ? (
                <Table.Td>
                  {[
                    { name: t('changes.came'), moved: came },
                    { name: t('changes.went'), moved: went },
                  ].map(
                    ({ name, moved }) =>
                      moved.length > 0 && (
                        <div key={name}>
                          <Text size="xs" c="dimmed">
                            {name}
                          </Text>
                          {named(moved)}
                        </div>
                      ),
                  )}
                </Table.Td>
              ) : (
                <>
                  <Table.Td>{named(came)}</Table.Td>
                  <Table.Td>{named(went)}</Table.Td>
                </>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
