import { Anchor } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import type { CameFrom } from '../../../renderer/components/changes-place';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useWeekName } from '../../../renderer/components/labels/use-week-name';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useDatasets } from '../../../renderer/stores/engine-data';
import type { ChangedLists, ChangesRequest } from '../contract/changes';
import { MOST_LINES } from '../contract/limits';
import { Causes } from './Causes';
import classes from './Changes.module.css';
import { ChildrenBehind } from './ChildrenBehind';
import { SlopeChart, type SlopeLine } from './SlopeChart';
import type { Sides } from './use-children';

/** What the picture shows: titles, or genres or other groups of titles. */
export type MovedOf = 'titles' | 'groups';

/** A comparison of lists as it is on the screen. */
export interface ShownChanges {
  changes: ChangedLists;
  of: MovedOf;
  request: ChangesRequest;
  sides: Sides;
  /** Where the screen was opened from. */
  from: CameFrom;
}

/** What moved as slopes, beyond chance where that is known; beside it why, and the children behind the chosen line. */
export function MovedPicture({ changes, of, request, sides, from }: ShownChanges): ReactNode {
  const t = useTexts();
  const show = useShowRun();
  const weeks = useWeeksOf(changes);
  const lines = useLines(changes)[of];
  const [chosenOf, choose] = useState<Partial<Record<MovedOf, string>>>({});
  const chosen = lines.find(({ id }) => id === chosenOf[of]) ?? lines[0];
  const { chance, titlesMoved } = changes;
  if (titlesMoved === 0) return null;
  return (
    <div className={lines.length > 0 ? classes.columns : undefined}>
      {lines.length > 0 && (
        <SlopeChart
          label={t(`changes.picture.${of}`)}
          sides={weeks ?? [t('changes.before'), t('changes.after')]}
          lines={lines}
          most={chance?.[of].most ?? null}
          unit={of}
          chosen={chosen?.id ?? null}
          onChoose={(id) => choose({ ...chosenOf, [of]: id })}
        />
      )}
      <div className={classes.aside}>
        <Causes changes={changes} />
        {chosen !== undefined && (
          <ChildrenBehind
            key={chosen.id}
            changes={changes}
            sides={sides}
            from={from}
            request={request}
            of={of === 'titles' ? { item: chosen.id } : { group: chosen.group }}
            heading={
              of === 'titles' ? (
                <Anchor
                  component={Link}
                  href={`/titles/${encodeURIComponent(chosen.id)}`}
                  inherit
                  onClick={() => show(changes.after.runId, changes.after.data)}
                >
                  {chosen.name}
                </Anchor>
              ) : (
                chosen.name
              )
            }
          />
        )}
      </div>
    </div>
  );
}

/** What both sides are called by their weeks; null where that is the same. */
function useWeeksOf({ before, after }: ChangedLists): readonly [string, string] | null {
  const nameOf = useWeekName();
  const { data: datasets } = useDatasets();
  const [was, is] = [before, after].map((side) => datasets?.find(({ fingerprint }) => fingerprint === side.data));
  if (was === undefined || is === undefined) return null;
  const [earlier, later] = [nameOf(was), nameOf(is)];
  return earlier.span === null || earlier.name === later.name ? null : [earlier.name, later.name];
}

/** The lines of both pictures: those beyond chance, and until that is known those that moved most. */
function useLines({
  chance,
  titles,
  groups,
  after,
}: ChangedLists): Record<MovedOf, (SlopeLine & { group: string | null })[]> {
  const t = useTexts();
  const labels = useLabels(after.data);
  const nameOf = (group: string | null): string =>
    group === null ? t('common.missing') : labels.group === null ? group : labels.text(labels.group, group);
  const shown = <Row extends { before: number; after: number }>(rows: readonly Row[], of: MovedOf): Row[] =>
    rows
      .filter(({ before: was, after: is }) => is !== was)
      .slice(0, chance === null || chance.seeds.length === 0 ? MOST_LINES : Math.min(MOST_LINES, chance[of].beyond));
  return {
    titles: shown(titles, 'titles').map(({ item, title, group, before: was, after: is }) => ({
      id: item,
      name: title ?? item,
      mark: <TitleCover item={item} title={title ?? item} size="mark" />,
      group,
      before: was,
      after: is,
    })),
    groups: shown(groups, 'groups').map(({ group, before: was, after: is }) => ({
      id: group ?? '',
      name: nameOf(group),
      mark: null,
      group,
      before: was,
      after: is,
    })),
  };
}
