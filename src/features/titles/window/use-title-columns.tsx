/** The columns of the list of titles. */
import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { GridColumn } from '../../../renderer/components/grid/columns';
import { GenreName } from '../../../renderer/components/labels/GenreName';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { TitleCell } from '../../../renderer/components/titles/TitleCell';
import { useFormat } from '../../../renderer/locales/format';
import { own } from '../../../shared/values/own';
import { TITLE_FIGURE_NAMES, TITLE_FIGURES } from '../contract/figures';
import type { SeriesGridRow } from '../contract/series';

/** Of columns of attributes. */
const PREFIX = 'attributes.';

export const attributeOfColumn = (column: string): string => column.slice(PREFIX.length);
export const columnOfAttribute = (attribute: string): string => `${PREFIX}${attribute}`;

/**
 * @param options.quantities names of attributes
 * @param options.onToggle opens or closes a series
 */
export function useTitleColumns({
  quantities,
  bySeries,
  onToggle,
}: {
  quantities: readonly string[];
  bySeries: boolean;
  onToggle: (series: number) => void;
}): GridColumn<SeriesGridRow>[] {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels();
  const toggle = useRef(onToggle);
  toggle.current = onToggle;
  return useMemo(() => {
    const nameOf = (row: SeriesGridRow): string => (row.kind === 'series' ? row.name : (row.title ?? row.item));
    const titlesOf = (row: SeriesGridRow): string | null => {
      if (row.kind === 'title') return row.title === null ? t('titles.nameless') : null;
      const { titles, of } = row;
      return titles === of ? t('titles.ofSeries', { count: of }) : t('titles.someOfSeries', { count: titles, of });
    };
    return [
      {
        id: 'title',
        label: t('titles.columns.title'),
        text: (row) => [nameOf(row), titlesOf(row) ?? []].flat().join(', '),
        render: (row) => (
          <TitleCell
            item={row.item}
            title={nameOf(row)}
            group={row.group}
            facts={[titlesOf(row) ?? []].flat().map((text) => ({ text }))}
            isSeries={row.kind === 'series'}
            indent={row.kind === 'series' || !bySeries ? undefined : row.isEpisode ? 'episode' : 'series'}
            before={
              row.kind === 'series' && (
                <Fold
                  isOpen={row.isOpen}
                  label={t(row.isOpen ? 'titles.closeSeries' : 'titles.openSeries', { series: row.name })}
                  onToggle={() => toggle.current(row.series)}
                />
              )
            }
          />
        ),
        grows: true,
        width: 220,
      },
      {
        id: 'item',
        label: t('titles.columns.item'),
        text: (row) => (row.kind === 'series' ? '' : row.item),
        width: 96,
        hidesAs: TITLE_FIGURE_NAMES.length + quantities.length,
      },
      {
        id: 'group',
        label: labels.group === null ? t('titles.columns.group') : labels.attribute(labels.group),
        text: ({ group }) =>
          group === null ? t('common.missing') : labels.group === null ? group : labels.text(labels.group, group),
        render: ({ group }) => (group === null ? t('common.missing') : <GenreName group={group} />),
        width: 150,
        hidesAs: Infinity,
      },
      ...TITLE_FIGURE_NAMES.map((id, place) => ({
        id,
        label: t(`titles.columns.${id}`),
        text: (row: SeriesGridRow) => {
          const value = row[id];
          return TITLE_FIGURES[id].unit === 'place' || value === null ? format.score(value, 1) : format.count(value);
        },
        numeric: true,
        width: TITLE_FIGURES[id].width,
        hidesAs: place,
      })),
      ...quantities.map((name, place) => ({
        id: columnOfAttribute(name),
        label: labels.measured(name),
        ...(bySeries && { hint: t('titles.medianOfSeries', { name: labels.measured(name) }) }),
        text: ({ numbers }: SeriesGridRow) => {
          const value = own(numbers, name);
          return value === undefined ? '' : (labels.given(name, String(value)) ?? format.value(value));
        },
        numeric: true,
        ranged: true,
        width: 96,
        hidesAs: TITLE_FIGURE_NAMES.length + place,
      })),
    ];
  }, [t, format, labels, quantities, bySeries]);
}

/** Not a stop of Tab: on the cell, the right and left arrow and Enter do the same. */
const Fold = ({ isOpen, label, onToggle }: { isOpen: boolean; label: string; onToggle: () => void }): ReactNode => (
  <ActionIcon
    size={22}
    variant="subtle"
    color="gray"
    tabIndex={-1}
    aria-expanded={isOpen}
    aria-label={label}
    onClick={onToggle}
    onDoubleClick={(event) => event.stopPropagation()}
  >
    {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
  </ActionIcon>
);
