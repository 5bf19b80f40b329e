/** How points are coloured and what the colours mean: a legend of groups, or a scale of numbers. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { MapColours, RunMap } from '../contract/map';
import type { MapSubject } from '../contract/make-map';
import type { LabelBook } from '../../../shared/labels/label-book';
import { groupLooks, type Look, MISSING, OTHERS, SCALE_LOOKS, stepOf, UNWATCHED } from './picture/map-look';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import type { ColourBy } from './colour-key';
import { useClusterNames } from './use-cluster-names';
import { countCodes, groupCodes, tasteCodes } from './map-points';

interface LegendEntry {
  readonly code: number;
  readonly name: string;
  readonly points: number;
  readonly look: Look;
}

export interface Colouring {
  /** The name of the colouring in the user's words. */
  readonly name: string;
  readonly codes: Uint8Array;
  readonly looks: readonly Look[];
  /** Null for a scale of numbers. */
  readonly legend: readonly LegendEntry[] | null;
  /** Null for a legend; range null without any value. */
  readonly scale: {
    range: { low: number; high: number } | null;
    known: number;
    text: (value: number) => string;
  } | null;
  /** A point's value as text, and for sorting; null if unknown. */
  readonly textOf: (point: number) => string | null;
  readonly valueOf: (point: number) => number | string | null;
}

/** Null while loading. */
export function useColouring(
  map: RunMap,
  by: ColourBy,
): { colouring: Colouring | null; error: Error | null; again: () => void } {
  const { queries } = useEngine();
  const { runId, of } = map;
  const names = useClusterNames(map);
  const nameOf = useColourName(of);
  const numberText = useNumberText(by);
  const labels = useLabels();
  const t = useTexts();
  const asked = useQuery({
    ...queries.map.colour.queryOptions({ input: { runId, of, by } }),
    // The map already contains its clusters.
    enabled: by !== 'cluster',
  });
  const colours = asked.data;
  const colouring = useMemo(() => {
    const name = nameOf(by);
    if (by === 'cluster')
      return byGroups(
        name,
        tasteCodes(map),
        [...groupLooks(names, () => null), UNWATCHED],
        [...names, t('map.unwatched')],
      );
    if (colours === undefined) return null;
    if (colours.kind === 'numbers') return byNumbers(name, colours, numberText);
    const attribute = typeof by === 'string' ? by : by.attribute;
    const values = colours.groups.map(({ value }) => value);
    const looks = groupLooks(values, (value) => (attribute === labels.group ? labels.mark(value) : null));
    const texts = [...values.map((value) => labels.value(attribute, value)), t('map.others'), t('common.missing')];
    return byGroups(name, groupCodes(colours), [...looks, OTHERS, MISSING], texts);
  }, [map, by, colours, names, nameOf, numberText, labels, t]);
  return { colouring, error: asked.error, again: () => void asked.refetch() };
}

function byGroups(name: string, codes: Uint8Array, looks: readonly Look[], names: readonly string[]): Colouring {
  const counts = countCodes(codes, looks.length);
  const entries = looks.map((look, code) => ({ code, name: names[code]!, points: counts[code]!, look }));
  const isMissing = (point: number): boolean => looks[codes[point]!] === MISSING;
  const textOf = (point: number): string | null => (isMissing(point) ? null : (names[codes[point]!] ?? null));
  return {
    name,
    codes,
    looks,
    legend: entries.filter(({ points }) => points > 0),
    scale: null,
    textOf,
    valueOf: textOf,
  };
}

function byNumbers(
  name: string,
  { values, range }: Extract<MapColours, { kind: 'numbers' }>,
  text: (value: number) => string,
): Colouring {
  const valueOf = (point: number): number | null => values[point] ?? null;
  return {
    name,
    codes: Uint8Array.from(values, (value) => stepOf(value, range)),
    looks: SCALE_LOOKS,
    legend: null,
    scale: { range, known: values.filter((value) => value !== null).length, text },
    textOf: (point) => {
      const value = valueOf(point);
      return value === null ? null : text(value);
    },
    valueOf,
  };
}

/** Names of what points can be coloured by. */
export function useColourName(of: MapSubject): (by: ColourBy) => string {
  const t = useTexts();
  const labels: LabelBook = useLabels();
  return useMemo(
    () => (by) => {
      if (typeof by !== 'string') return labels.attribute(by.attribute);
      return by === 'popularity' ? t(`map.by.popularity.${of}`) : t(`map.by.${by}`);
    },
    [t, labels, of],
  );
}

function useNumberText(by: ColourBy): (value: number) => string {
  const format = useFormat();
  return useMemo(() => {
    switch (by) {
      case 'score':
      case 'recall':
        return (value) => format.score(value, 3);
      case 'stability':
        return (value) => format.percent(value, 0);
      case 'popularity':
      case 'recommended':
        return format.count;
      default:
        return format.value;
    }
  }, [by, format]);
}
