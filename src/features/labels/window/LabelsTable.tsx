import { Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { type Label, labelKey, type LabelsContent } from '../../../shared/contract/labels';
import { GENRE_COLOURS, type GenreColour } from '../../../shared/labels/genre-colours';
import { LONGEST_LABEL } from '../../../shared/limits';
import { Mark } from '../../../renderer/components/labels/GenreName';
import { genreMarks } from '../../../shared/labels/genre-marks';
import { genreOrder } from '../../../shared/labels/genre-order';
import { useLabels, useUnlabelled } from '../../../renderer/components/labels/use-labels';
import { Pager } from '../../../renderer/components/Pager';
import { WideTable } from '../../../renderer/components/WideTable';
import { useEngine } from '../../../renderer/connection/engine-context';
import { withLabel } from './label-drafts';
import classes from './LabelsTable.module.css';

type Content = Pick<LabelsContent, 'entries' | 'colours' | 'genres'>;

interface Properties {
  dataset: Dataset;
  labels: Content;
  onChange: (part: Partial<Content>) => void;
}

const PAGE = 50;

/** The editable labels of one attribute and its values, with colours if titles are grouped by it. */
export function LabelsTable({ dataset, labels, onChange }: Properties): ReactNode {
  const t = useTexts();
  const book = useLabels(dataset.fingerprint);
  const names = [...new Set([...dataset.profileAttributes, ...dataset.itemAttributes].map(({ name }) => name))];
  const [chosen, setChosen] = useState<string | null>(names[0] ?? null);
  const [start, setStart] = useState(0);
  const codes = useCodes(dataset, chosen, labels.entries);
  if (chosen === null) return <Text size="sm">{t('labels.noAttributes')}</Text>;
  const isGroup = chosen === book.group;
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <Select
          w={320}
          size="sm"
          label={t('labels.attribute')}
          data={names.map((name) => ({
            value: name,
            label: book.attribute(name) === name ? name : `${book.attribute(name)} · ${name}`,
          }))}
          value={chosen}
          searchable
          allowDeselect={false}
          onChange={(name) => {
            setChosen(name);
            setStart(0);
          }}
        />
        <Pager start={start} size={PAGE} total={codes.length} onStart={setStart} />
      </Group>
      <WideTable minWidth={420}>
        <Table horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="35%">{t('labels.inFiles')}</Table.Th>
              <Table.Th>{t('labels.shownAs')}</Table.Th>
              {isGroup && <Table.Th w={190}>{t('labels.colour')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[undefined, ...codes.slice(start, start + PAGE)].map((code) => (
              <Table.Tr key={labelKey({ attribute: chosen, code })}>
                <Table.Th scope="row" fw={code === undefined ? 600 : 400} className={classes.code}>
                  {code ?? chosen}
                </Table.Th>
                <Table.Td>
                  <LabelField of={{ attribute: chosen, code }} labels={labels} onChange={onChange} dataset={dataset} />
                </Table.Td>
                {isGroup && (
                  <Table.Td>
                    {code !== undefined && (
                      <ColourOf genre={code} dataset={dataset} labels={labels} onChange={onChange} />
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </>
  );
}

/** Values to label: categories of the attribute, numbers that profiles have, and every value with a label. */
function useCodes(dataset: Dataset, name: string | null, entries: readonly Label[]): string[] {
  const { queries } = useEngine();
  const all = [...dataset.profileAttributes, ...dataset.itemAttributes].filter((one) => one.name === name);
  const isNumeric = dataset.profileAttributes.some((one) => one.name === name && one.kind === 'numeric');
  const facets = useQuery({
    ...queries.profiles.facets.queryOptions({ input: { data: dataset.fingerprint } }),
    enabled: isNumeric,
  });
  const numbers = isNumeric ? (facets.data?.find((facet) => facet.name === name)?.values ?? []) : [];
  return [
    ...new Set([
      ...all.flatMap(({ categories }) => categories),
      ...numbers.flatMap(({ value }) => (value === null ? [] : [value])),
      ...entries.flatMap((one) => (one.attribute === name && one.code !== undefined ? [one.code] : [])),
    ]),
  ];
}

function LabelField({
  of,
  labels: { entries },
  onChange,
  dataset,
}: Properties & { of: Pick<Label, 'attribute' | 'code'> }): ReactNode {
  const t = useTexts();
  const book = useUnlabelled(dataset);
  const { attribute, code } = of;
  const shown = code === undefined ? book.attribute(attribute) : book.value(attribute, code);
  return (
    <TextInput
      size="xs"
      aria-label={t('labels.labelOf', { name: code ?? attribute })}
      placeholder={shown}
      maxLength={LONGEST_LABEL}
      value={entries.find((one) => labelKey(one) === labelKey(of))?.label ?? ''}
      onChange={(event) => onChange({ entries: withLabel(entries, of, event.currentTarget.value) })}
    />
  );
}

/** `automatic` picks the colour by position. */
function ColourOf({
  genre,
  dataset,
  labels: { colours, genres },
  onChange,
}: Properties & { genre: string }): ReactNode {
  const t = useTexts();
  const mark = genreMarks(genreOrder(dataset.itemAttributes, genres), colours).get(genre);
  const chosen = colours.find((one) => one.genre === genre)?.colour ?? null;
  const others = colours.filter((one) => one.genre !== genre);
  return (
    <Select
      size="xs"
      aria-label={t('labels.colourOf', { genre })}
      leftSection={mark === undefined ? null : <Mark mark={mark} />}
      data={[
        { value: 'automatic', label: t('labels.automatic') },
        ...GENRE_COLOURS.map((colour) => ({ value: colour, label: t(`labels.colours.${colour}`) })),
      ]}
      value={chosen ?? 'automatic'}
      allowDeselect={false}
      onChange={(colour) =>
        onChange({
          colours: colour === 'automatic' ? others : [...others, { genre, colour: colour as GenreColour }],
        })
      }
    />
  );
}
