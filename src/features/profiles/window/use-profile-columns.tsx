/**
 * Columns of the list of profiles. What people look for first stands before the figures: who it is, what was watched
 * last, and the genres. The first column has the attributes below the ID; to sort by one, its own column is chosen.
 */
import { Badge } from '@mantine/core';
import { IconCheck, IconNote } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Facet, ProfileRow } from '../../../shared/contract/profiles';
import { whoInWords } from '../../../shared/words/child-in-words';
import type { Translate } from '../../../shared/words/texts';
import { own } from '../../../shared/values/own';
import type { GridColumn } from '../../../renderer/components/grid/columns';
import type { LabelBook } from '../../../shared/labels/label-book';
import { CoverStrip } from '../../../renderer/components/titles/CoverStrip';
import { TasteBar } from '../../../renderer/components/titles/TasteBar';
import { useDays } from '../../../renderer/components/labels/use-days';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import classes from './Profiles.module.css';

const attributeColumn =
  (labels: LabelBook) =>
  ({ name, kind }: Facet): GridColumn<ProfileRow> => ({
    id: `attributes.${name}`,
    label: labels.attribute(name),
    hint: name,
    text: (row) => {
      const value = own(row.attributes, name) ?? null;
      return value === null ? '–' : labels.text(name, value);
    },
    hintOf: (row) => own(row.attributes, name) ?? null,
    width: kind === 'set' ? 200 : kind === 'numeric' ? 90 : 110,
    numeric: kind === 'numeric',
    hidesAs: Infinity,
  });

/** What is known of a profile, in words: a number with the name of its attribute. */
const whoItIs =
  (t: Translate, labels: LabelBook, facets: readonly Facet[]) =>
  ({ attributes }: ProfileRow): string[] =>
    facets.flatMap(({ name, kind }) => {
      const value = own(attributes, name) ?? null;
      if (value === null || kind === 'set') return [];
      const text = labels.text(name, value);
      if (!/^[\d.,]+$/.test(text)) return [text];
      const attribute = labels.attribute(name);
      // An age that curators named otherwise may count months.
      return [
        attribute === t('labels.known.attributes.age') ? t('labels.ageOf', { age: text }) : `${attribute} ${text}`,
      ];
    });

/**
 * @param isMeasured whether the run has measured the stability of its lists
 * @returns null until the attributes are known
 */
export function useProfileColumns(data: string, isMeasured: boolean): GridColumn<ProfileRow>[] | null {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const labels = useLabels(data);
  const { day, zone } = useDays(data);
  const { data: facets } = useQuery(queries.profiles.facets.queryOptions({ input: { data } }));
  return useMemo(() => {
    if (facets === undefined) return null;
    const who = whoItIs(t, labels, facets);
    const [sets, others] = [facets.filter(({ kind }) => kind === 'set'), facets.filter(({ kind }) => kind !== 'set')];
    const columns: GridColumn<ProfileRow>[] = [
      {
        id: 'profile',
        label: t('profiles.columns.profile'),
        text: (row) => row.profile,
        render: (row) => <TwoLines first={<b>{whoInWords(row, labels, t)}</b>} second={row.profile} />,
        hintOf: (row) => who(row).join(' · '),
        opens: true,
        grows: true,
        width: 140,
      },
      {
        id: 'latest',
        label: t('profiles.columns.latest'),
        text: ({ latest }) => latest.map(({ item, title }) => title ?? item).join(' · '),
        render: ({ latest }) => <CoverStrip titles={latest} />,
        width: 176,
        unsorted: true,
      },
      {
        id: 'taste',
        label: t('profiles.columns.taste'),
        hint: t('profiles.tasteHint'),
        text: ({ taste, watched }) =>
          taste
            .map(({ group, titles }) => `${nameOfGroup(labels, group)} ${format.percent(titles / watched, 0)}`)
            .join(' · '),
        render: ({ taste, watched }) => <TasteBar taste={taste} watched={watched} />,
        hintOf: () => '',
        grows: true,
        width: 92,
        hidesAs: 1,
        unsorted: true,
      },
      ...others.map(attributeColumn(labels)),
      {
        id: 'watched',
        label: t('profiles.columns.watched'),
        hint: t('labels.daysIn', { zone }),
        text: (row) => format.count(row.watched),
        render: (row) => (
          <TwoLines
            first={format.count(row.watched)}
            second={row.lastActive === null ? '' : day(row.lastActive)}
            isNumeric
          />
        ),
        numeric: true,
        width: 122,
        hidesAs: 2,
      },
      {
        id: 'lastActive',
        label: t('profiles.columns.lastActive'),
        hint: t('labels.daysIn', { zone }),
        text: (row) => (row.lastActive === null ? '–' : day(row.lastActive)),
        width: 120,
        hidesAs: Infinity,
      },
      {
        id: 'reviewed',
        label: t('profiles.columns.reviewed'),
        text: (row) => (row.reviewed ? t('profiles.reviewedYes') : ''),
        render: (row) =>
          row.reviewed ? (
            <Badge size="sm" variant="default" tt="none" leftSection={<IconCheck size={11} aria-hidden />}>
              {t('profiles.reviewedYes')}
            </Badge>
          ) : null,
        width: 112,
        hidesAs: 3,
      },
      {
        id: 'recall',
        label: t('profiles.columns.recall'),
        hint: t('profiles.recallHint'),
        text: ({ recall, found }) =>
          found === null
            ? format.score(recall, 3)
            : t('profiles.recallFound', { recall: format.score(recall, 3), ...found }),
        render: ({ recall, found }) => (
          <TwoLines
            first={found === null ? format.score(recall, 3) : t('profiles.found', found)}
            second={found === null || recall === null ? '' : format.percent(recall, 0)}
            isNumeric
          />
        ),
        numeric: true,
        width: 104,
        hidesAs: 4,
      },
      {
        id: 'score',
        label: t('profiles.columns.score'),
        text: (row) => format.score(row.score, 3),
        numeric: true,
        width: 78,
        hidesAs: Infinity,
      },
      ...(isMeasured
        ? [
            {
              id: 'stability',
              label: t('profiles.columns.stability'),
              text: (row: ProfileRow) => (row.stability === null ? '–' : format.percent(row.stability, 0)),
              numeric: true,
              width: 100,
              hidesAs: 6,
            },
          ]
        : []),
      {
        id: 'noted',
        label: t('profiles.columns.noted'),
        text: (row) => (row.noted ? t('profiles.notedYes') : ''),
        render: (row) =>
          row.noted ? (
            <span title={t('profiles.notedYes')}>
              <IconNote size={18} aria-hidden />
              <span className="shelfwise-visually-hidden">{t('profiles.notedYes')}</span>
            </span>
          ) : null,
        width: 72,
        hidesAs: 7,
      },
      ...sets.map(attributeColumn(labels)),
    ];
    // Profiles with little history, a low score or a shaky list are those that need care.
    return columns.map((column) => ({ ...column, leastFirst: true }));
  }, [t, format, labels, facets, day, zone, isMeasured]);
}

const nameOfGroup = (labels: LabelBook, group: string): string =>
  labels.group === null ? group : labels.text(labels.group, group);

/** What is looked for, and below it what explains it. */
const TwoLines = ({
  first,
  second,
  isNumeric = false,
}: {
  first: ReactNode;
  second: string;
  isNumeric?: boolean;
}): ReactNode => (
  <span className={classes.lines} data-numeric={isNumeric || undefined}>
    <span>{first}</span>
    {second !== '' && <span>{second}</span>}
  </span>
);
