import { Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
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
import { keepTyped, type Typed, typedOf, useTypedLabels } from './label-drafts';
import { labelOf } from './use-save-labels';
import classes from './LabelsTable.module.css';

type Content = Pick<LabelsContent, 'entries' | 'colours' | 'genres'>;

interface Properties {
  dataset: Dataset;
  labels: Content;
  /** Changes the colour of a genre, on top of the colours that are saved by then. */
  onColours: (genre: string, change: (colours: Content['colours']) => Content['colours']) => void;
  /** Saves a label as its field is left. */
  onTyped: (typed: Typed) => Promise<boolean>;
}

const PAGE = 50;

/** The editable labels of one attribute and its values, with colours if titles are grouped by it. */
export function LabelsTable({ dataset, labels, onColours, onTyped }: Properties): ReactNode {
  const t = useTexts();
  const book = useLabels(dataset.fingerprint);
  const names = [...new Set([...dataset.profileAttributes, ...dataset.itemAttributes].map(({ name }) => name))];
  // First what nobody can read.
  const [chosen, setChosen] = useState<string | null>(() => book.unnamed()[0]?.attribute ?? names[0] ?? null);
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
                  <LabelField of={{ attribute: chosen, code }} labels={labels} onTyped={onTyped} dataset={dataset} />
                </Table.Td>
                {isGroup && (
                  <Table.Td>
                    {code !== undefined && (
                      <ColourOf genre={code} dataset={dataset} labels={labels} onColours={onColours} />
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
  onTyped,
  dataset,
}: Pick<Properties, 'labels' | 'onTyped' | 'dataset'> & { of: Typed['of'] }): ReactNode {
  const t = useTexts();
  const book = useUnlabelled(dataset);
  const { attribute, code } = of;
  const data = dataset.fingerprint;
  const key = labelKey(of);
  const typed = useTypedLabels(data)[key];
  const saved = labelOf(entries, of);
  const leave = (): void => {
    const now = typedOf(data, of);
    if (now !== undefined && now.failed !== true) void onTyped(now);
  };
  // A field that goes with its screen is left too.
  const left = useRef(leave);
  left.current = leave;
  useEffect(() => () => left.current(), []);
  const shown = code === undefined ? book.attribute(attribute) : book.value(attribute, code);
  return (
    <TextInput
      size="xs"
      aria-label={t('labels.labelOf', { name: code ?? attribute })}
      placeholder={shown}
      maxLength={LONGEST_LABEL}
      value={typed?.text ?? saved}
      onChange={(event) =>
        keepTyped(data, {
          of,
          text: event.currentTarget.value,
          base: typed?.failed === true ? saved : (typed?.base ?? saved),
        })
      }
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}

/** `automatic` picks the colour by position. */
function ColourOf({
  genre,
  dataset,
  labels: { colours, genres },
  onColours,
}: Pick<Properties, 'dataset' | 'labels' | 'onColours'> & { genre: string }): ReactNode {
  const t = useTexts();
  const mark = genreMarks(genreOrder(dataset.itemAttributes, genres), colours).get(genre);
  const chosen = colours.find((one) => one.genre === genre)?.colour ?? null;
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
        onColours(genre, (now) => {
          const others = now.filter((one) => one.genre !== genre);
          return colour === 'automatic' ? others : [...others, { genre, colour: colour as GenreColour }];
        })
      }
    />
  );
}
