/** How far the delivered lists are from each aim, for everybody and for each saved segment. */
import type { PairedFigure } from '../../../shared/contract/paired';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { toldRules } from '../../../shared/values/told-rules';
import { DAY_SECONDS } from '../../../shared/values/time-zone';
import { deliveredToAll, type DeliveredLists } from '../../../engine/delivery/deliver';
import { compareTogether } from '../../../engine/delivery/judge';
import { listNamed } from '../../../engine/kept/segments-and-tunings';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { listOf } from '../../../engine/runs/lists-file';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import { rowsOfSegments } from '../../../engine/sessions/profile-rows';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Aim, AimOfGroup, AimsInput, MeasuredAim, MeasuredAims } from '../contract/aims';
import { AIMS } from './kept-aims';
import { type AimData, prepareAim, type PreparedAim, reaches, refuseUnmeasured, whyNotMeasured } from './prepared-aim';

/** @throws ShelfwiseError as deliveredToAll */
export async function measureAims(
  workspace: Workspace,
  session: RunSession,
  { runId, rules: choice }: AimsInput,
): Promise<MeasuredAims> {
  const { fingerprint } = session.record.dataset;
  const rules = await rulesThatCount(workspace, fingerprint, choice);
  const aims = await listNamed(AIMS, workspace, fingerprint);
  const delivered = await deliveredToAll(session, rules);
  const data = await aimData(session, delivered);
  const groups = await groupsOf(workspace, session);
  return {
    runId,
    aims: aims.map((kept): MeasuredAim => {
      const notMeasured = whyNotMeasured(kept.aim, data);
      return {
        ...kept,
        notMeasured,
        groups: notMeasured === null ? told(prepareAim(kept.aim, data), delivered, groups) : [],
      };
    }),
    rules: toldRules(rules),
  };
}

/** What aims for the lists of a run are measured on. */
async function aimData(session: RunSession, { items }: Pick<DeliveredLists, 'items'>): Promise<AimData> {
  const { histories, datasetItem } = await session.data();
  return { items, histories, watchedWithin: watchedWithin(session.dataset, datasetItem) };
}

/** @throws ShelfwiseError `usage` for an aim that cannot be measured on the data */
export const refuseUnmeasuredOn = (session: DatasetSession, aim: Aim): void =>
  refuseUnmeasured(aim, { items: session.items, watchedWithin: watchedWithin(session, [...session.items.ids.keys()]) });

/** What a child watched in the last days that the data tells of. @param rowsOfColumns row of the data set of each column */
function watchedWithin(
  { viewings, lastActive }: Pick<DatasetSession, 'viewings' | 'lastActive'>,
  rowsOfColumns: ArrayLike<number>,
): AimData['watchedWithin'] {
  const end = lastActive.reduce((latest, time) => (time > latest ? time : latest), -Infinity);
  if (end === -Infinity) return null;
  const columnOf = new Map(Array.from(rowsOfColumns, (item, column) => [item, column]));
  return (days) => (row) => {
    const recent = new Set<number>();
    for (let at = viewings.offsets[row] ?? 0; at < (viewings.offsets[row + 1] ?? 0); at++) {
      const column = columnOf.get(viewings.item[at]!);
      if (column !== undefined && viewings.last[at]! > end - days * DAY_SECONDS) recent.add(column);
    }
    return recent;
  };
}

interface Group {
  readonly whose: AimOfGroup['whose'];
  readonly rows: ArrayLike<number>;
}

/** Everybody, then the saved segments by name. */
async function groupsOf(workspace: Workspace, session: RunSession): Promise<Group[]> {
  const { profiles } = await session.data();
  const segments = await rowsOfSegments(workspace, session);
  return [
    { whose: null, rows: Int32Array.from(profiles.ids.keys()) },
    ...segments.map(({ id, name, rows }) => ({ whose: { id, name }, rows })),
  ];
}

function told(aim: PreparedAim, { lists }: DeliveredLists, groups: readonly Group[]): AimOfGroup[] {
  const all = groups.map(({ whose, rows }) => ({
    whose,
    figures: Array.from(rows, (row) => aim.figureOf(row, listOf(lists, row))).filter((figure) => figure !== null),
  }));
  const asked = all.filter(({ figures }) => figures.length >= FEWEST_IN_GROUP);
  const compared = compareTogether(
    asked.map(({ figures }) => ({ before: new Float64Array(figures.length).fill(aim.goal), after: figures })),
  );
  return all.map((group) => {
    const figure: PairedFigure | null = compared[asked.indexOf(group)] ?? null;
    return {
      whose: group.whose,
      children: group.figures.length,
      figure,
      isReached: figure === null ? null : reaches(aim, figure.after),
    };
  });
}
