import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { OtherMark, ShareBar } from '../../../renderer/components/ShareBar';
import { Section } from '../../../renderer/components/Section';
import { useNamesOfRules } from '../../../renderer/components/rules/use-rule-text';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import titleRows from '../../../renderer/components/titles/TitleRow.module.css';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import { checkName } from '../../review/words/public';
import { ModelOrShelf } from '../../shelf-steps/window/public';
import type { DescribedSegment } from '../contract/segment';
import classes from './Segment.module.css';

/** What is to be said of a segment, most telling first. */
export function SegmentParts({
  described,
  data,
  filter,
}: {
  described: DescribedSegment;
  data: string;
  filter: ProfileFilter;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(data);
  const ruleName = useNamesOfRules(data);
  const { profiles, watched, attributes, titles, holdOut, flagged, checks, rulesOn } = described;
  const share = (part: number, of: number): string => format.percent(part / of, 0);
  const sides = (key: string, name: string, { here, others }: { here: number; others: number }): SidesRow => ({
    key,
    name,
    here: share(here, profiles.here),
    others: share(others, profiles.others),
    bar: here / profiles.here,
    mark: profiles.others === 0 ? undefined : others / profiles.others,
  });
  return (
    <>
      <Text size="sm" role="status">
        {t('segments.lead', {
          here: profiles.here,
          others: profiles.others,
          watched: format.score(watched.here, 1),
          watchedOthers: format.score(watched.others, 1),
        })}
      </Text>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={t('segments.profiles')} flush={attributes.length > 0}>
            {attributes.length === 0 ? (
              t('segments.same')
            ) : (
              <SidesTable
                of={t('segments.value')}
                rows={attributes.map((one) =>
                  sides(
                    `${one.name} ${one.value}`,
                    `${labels.attribute(one.name)}: ${one.value === null ? t('common.missing') : labels.text(one.name, one.value)}`,
                    one,
                  ),
                )}
              />
            )}
          </Section>
          <Section title={t('segments.served')} description={t('segments.servedHelp')} flush={holdOut.here !== null}>
            <Served holdOut={holdOut} />
          </Section>
          <Section
            title={t('segments.checks')}
            actions={
              <Anchor component={Link} href="/review" size="sm">
                {t('segments.toReview')}
              </Anchor>
            }
            flush={checks.length > 0}
          >
            {checks.length === 0 ? (
              t('segments.noFindings')
            ) : (
              <SidesTable
                of={t('checks.list')}
                rows={[
                  sides('', t('segments.anyCheck'), flagged),
                  ...checks.map((check) => sides(check.id, checkName(t, check), check)),
                ]}
              />
            )}
          </Section>
        </div>
        <div className={classes.column}>
          <Section
            title={t('segments.lists')}
            description={t('segments.listsHelp')}
            actions={<ModelOrShelf runId={described.runId} data={data} who={{ filter }} />}
            flush={titles.length > 0}
          >
            {titles.length === 0 ? (
              t('segments.same')
            ) : (
              <ol className={titleRows.rows}>
                {titles.map(({ item, title, group, here, others }) => (
                  <TitleRow
                    key={item}
                    item={item}
                    title={title}
                    group={group}
                    isLink
                    facts={[
                      {
                        text: t('segments.sharesOf', {
                          here: share(here, profiles.here),
                          others: share(others, profiles.others),
                        }),
                      },
                    ]}
                  />
                ))}
              </ol>
            )}
          </Section>
          <Section
            title={t('segments.rulesOn')}
            actions={
              <Anchor component={Link} href="/rules" size="sm">
                {t('segments.toRules')}
              </Anchor>
            }
            flush={rulesOn.length > 0}
          >
            {rulesOn.length === 0 ? (
              t('segments.noRules')
            ) : (
              <SidesTable
                of={t('segments.rule')}
                rows={rulesOn.map((rule) => sides(rule.id, ruleName(rule.name), rule))}
              />
            )}
          </Section>
        </div>
      </div>
    </>
  );
}

interface SidesRow {
  readonly key: string;
  readonly name: string;
  readonly here: string;
  readonly others: string;
  /** Shares of the two sides, from 0 to 1. */
  readonly bar: number;
  readonly mark: number | undefined;
}

/** Shares of both sides, one row each. */
function SidesTable({ of, rows }: { of: string; rows: readonly SidesRow[] }): ReactNode {
  const t = useTexts();
  return (
    <Table horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{of}</Table.Th>
          <Table.Th ta="right">{t('segments.here')}</Table.Th>
          <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
            <OtherMark /> {t('segments.others')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, here, others, bar, mark }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            <Table.Td ta="right" className={classes.share}>
              <div>
                <ShareBar share={bar} other={mark} />
                {here}
              </div>
            </Table.Td>
            <Table.Td ta="right">{others}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Served({ holdOut: { here, others } }: Pick<DescribedSegment, 'holdOut'>): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (here === null)
    return (
      <Text size="sm" c="dimmed">
        {t('segments.untested')}
      </Text>
    );
  const sides = [here, others];
  const scored = (side: typeof here | null): string => {
    if (side === null) return '–';
    const { score, standardError } = side;
    return standardError === null ? format.score(score) : `${format.score(score)} ± ${format.score(standardError)}`;
  };
  return (
    <Table horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('compareRuns.figure')}</Table.Th>
          <Table.Th ta="right">{t('segments.here')}</Table.Th>
          <Table.Th ta="right">{t('segments.others')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[
          { name: t('common.metrics.score'), cells: sides.map(scored) },
          { name: t('common.metrics.recall'), cells: sides.map((side) => format.score(side?.recall)) },
          { name: t('segments.tested'), cells: sides.map((side) => format.count(side?.profiles ?? 0)) },
        ].map(({ name, cells: [left, right] }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            <Table.Td ta="right">{left}</Table.Td>
            <Table.Td ta="right">{right}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
