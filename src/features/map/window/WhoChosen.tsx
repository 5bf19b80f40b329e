import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { MapColours, RunMap } from '../contract/map';

/** How many attributes and how many values of each are told: those that a service knows of every child come first. */
const FEW = 2;
const MOST_VALUES = 6;

/** Who the chosen children are: their first attributes, and how many of them watched nothing. */
export function WhoChosen({ map, chosen }: { map: RunMap; chosen: readonly number[] }): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const { queries } = useEngine();
  const format = useFormat();
  const { runId, of } = map;
  const names = map.attributes
    .filter(({ kind }) => kind !== 'set')
    .slice(0, FEW)
    .map(({ name }) => name);
  const asked = useQueries({
    queries: names.map((attribute) => queries.map.colour.queryOptions({ input: { runId, of, by: { attribute } } })),
  });
  const unwatched = chosen.filter((point) => map.unwatched.includes(point)).length;
  const told = asked.flatMap(({ data }, place) => {
    const name = names[place]!;
    const values = data === undefined ? [] : valuesOf(data, chosen, (value) => labels.value(name, value), format.value);
    return values.length === 0 ? [] : [t('map.who', { name: labels.attribute(name), values: values.join(', ') })];
  });
  if (unwatched > 0) told.push(t('map.unwatchedOf', { count: unwatched }));
  return told.map((line) => (
    <Text key={line} size="sm">
      {line}
    </Text>
  ));
}

/** Values with their counts, most frequent first; the range of numbers. */
function valuesOf(
  colours: MapColours,
  chosen: readonly number[],
  text: (value: string) => string,
  number: (value: number) => string,
): string[] {
  if (colours.kind === 'numbers') {
    const known = chosen.flatMap((point) => colours.values[point] ?? []);
    if (known.length === 0) return [];
    const [low, high] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))];
    return [low === high ? number(low) : `${number(low)}–${number(high)}`];
  }
  const counts = new Map<number, number>();
  for (const point of chosen) counts.set(colours.codes[point]!, (counts.get(colours.codes[point]!) ?? 0) + 1);
  return [...counts]
    .filter(([code]) => colours.groups[code] !== undefined)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_VALUES)
    .map(([code, count]) => `${text(colours.groups[code]!.value)} ${count}`);
}
