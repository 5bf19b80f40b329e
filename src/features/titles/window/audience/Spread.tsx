import { NativeSelect, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Breakdown } from '../../contract/audience';
import { useClusterNames } from '../../../map/window/public';
import { ShareBar } from '../../../../renderer/components/ShareBar';
import { useLabels } from '../../../../renderer/components/labels/use-labels';
import { useFormat } from '../../../../renderer/locales/format';
import classes from '../Titles.module.css';

const SEGMENTS = '\u0000segments';
const TASTE = '\u0000taste';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly hint?: string;
  readonly profiles: number;
  readonly of: number;
}

/** How profiles are spread over the values of an attribute, the segments, or the groups of the map. */
export function Spread({ by, share }: { by: Breakdown; share: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels();
  const [chosen, setChosen] = useState<string | null>(null);
  const names = by.attributes.map(({ name }) => name);
  const shown = chosen ?? names[0] ?? SEGMENTS;
  const { rows, note } = useRows(by, shown);
  return (
    <div>
      <NativeSelect
        size="xs"
        label={t('audience.by')}
        value={shown}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        data={[
          ...names.map((name) => ({ value: name, label: labels.attribute(name) })),
          { value: SEGMENTS, label: t('audience.bySegment') },
          { value: TASTE, label: t('audience.byTaste') },
        ]}
      />
      {rows.length > 0 && (
        <Table verticalSpacing="2xs" horizontalSpacing="2xs" className={classes.spread}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('audience.group')}</Table.Th>
              <Table.Th ta="right">{share}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, name, hint = name, profiles, of }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400} title={hint}>
                  {name}
                </Table.Th>
                <Table.Td
                  ta="right"
                  title={t('audience.shareOf', { count: format.count(profiles), all: format.count(of) })}
                >
                  <ShareBar share={of === 0 ? 0 : profiles / of} />
                  {t('audience.shareOf', { count: format.count(profiles), all: format.count(of) })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {note !== null && (
        <Text size="xs" c="dimmed" mt="2xs">
          {note}
        </Text>
      )}
    </div>
  );
}

function useRows(by: Breakdown, shown: string): { rows: Row[]; note: string | null } {
  const t = useTexts();
  const labels = useLabels();
  const clusterNames = useClusterNames({ clusters: by.taste ?? [] });
  if (shown === SEGMENTS)
    return {
      rows: by.segments.map(({ id, ...one }) => ({ key: id, ...one })),
      note: by.segments.length === 0 ? t('audience.noSegments') : null,
    };
  if (shown === TASTE)
    return {
      rows: (by.taste ?? []).map(({ profiles, size }, at) => ({
        key: String(at),
        name: clusterNames[at]!,
        profiles,
        of: size,
      })),
      note: by.taste === null ? t('audience.noMap') : null,
    };
  const attribute = by.attributes.find(({ name }) => name === shown);
  return {
    rows: (attribute?.values ?? []).map(({ value, profiles, of }) => ({
      key: value ?? SEGMENTS,
      name: value === null ? t('common.missing') : labels.value(shown, value),
      ...(value !== null && { hint: value }),
      profiles,
      of,
    })),
    note: attribute === undefined || attribute.others === 0 ? null : t('audience.others', { count: attribute.others }),
  };
}
