/** Audits the lists of a run: whether they follow an attribute of children, and what stands along them. */
import { ShelfwiseError } from '../../../shared/errors';
import type { PairedFigure } from '../../../shared/contract/paired';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { toldRules } from '../../../shared/values/told-rules';
import { say } from '../../../shared/words/sentence';
import { compareTogether } from '../../../engine/delivery/judge';
import { deliveredToAll } from '../../../engine/delivery/deliver';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { RandomStreams } from '../../../engine/model/random';
import { rowsOfFilter } from '../../../engine/sessions/profile-rows';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Fairness, FairnessInput, FairnessOfAttribute } from '../contract/fairness';
import { MOST_ASKED, MOST_NAMED } from '../contract/limits';
import { besideChance, cannotFollow, leftToTrain, spreadOfTrainings } from './chance';
import { readShuffles, type Shuffle } from './chance-file';
import { alongLists } from './along';
import { drawnRows, swapsOf } from './swaps';
import { type Moves, movesBy } from './what-if';

/** @throws ShelfwiseError as the call `runs.fairness` */
export async function fairnessOf(
  workspace: Workspace,
  session: RunSession,
  { filter = {}, rules: choice }: FairnessInput,
): Promise<Fairness> {
  const { record } = session;
  const rules = await rulesThatCount(workspace, record.dataset.fingerprint, choice);
  const rows = await rowsOfFilter(workspace, session, filter);
  if (rows.length < FEWEST_IN_GROUP)
    throw new ShelfwiseError('usage', say('fairness.few', { count: rows.length, least: FEWEST_IN_GROUP }));
  const [before, { profiles }] = await Promise.all([deliveredToAll(session, rules), session.data()]);
  const nameOf = (row: number): string => profiles.ids[row]!;
  const streams = new RandomStreams(record.seed);
  const drawn = drawnRows(rows, MOST_ASKED, streams);
  const reason = await reasonOf(session);
  const kept = reason === null ? await readShuffles(session.folder) : [];
  const left = reason === null ? await leftToTrain(workspace, session, kept) : null;
  const moved: { told: Omit<FairnessOfAttribute, 'moved' | 'overChance' | 'most'>; moves: Moves; ranked: Moves }[] = [];
  for (const attribute of reason === null ? profiles.attributes : []) {
    const swaps = swapsOf(attribute, drawn, streams);
    const moves = await movesBy(session, { attribute: attribute.name, swaps, rules });
    const told = {
      attribute: attribute.name,
      children: moves.rows.length,
      values: [...swaps.byValue.keys()].sort(),
      notAsked: swaps.notAsked,
    };
    // As the model ranks, as the models of shuffled attributes do.
    const ranked =
      rules === null || left !== null
        ? moves
        : await movesBy(session, { attribute: attribute.name, swaps, rules: null });
    moved.push({ told, moves, ranked });
  }
  const asked = moved.filter(({ told }) => told.notAsked === null);
  const figures = compareTogether(
    asked.map(({ moves: { shares } }) => ({ before: new Float64Array(shares.length), after: shares })),
  );
  const overChance = left === null ? comparedToChance(asked, kept) : null;
  const along = alongLists(before, rows);
  const isTold = along.map(({ rows: of }) => of.length >= FEWEST_IN_GROUP);
  const told = along.filter((_, at) => isTold[at]);
  const figuresAlong = compareTogether(told);
  return {
    runId: record.runId,
    children: rows.length,
    asked: drawn.length,
    reason,
    attributes: [
      ...asked
        .map(({ told: of, moves }, at) => ({
          ...of,
          moved: figures[at]!,
          overChance: overChance?.get(of.attribute) ?? null,
          most: named(moves, nameOf),
        }))
        .sort((one, other) => other.moved.mean - one.moved.mean),
      ...moved
        .filter(({ told: of }) => of.notAsked !== null)
        .map(({ told: of }) => ({
          ...of,
          moved: null,
          overChance: null,
          most: [],
        })),
    ],
    shuffles: left === null ? kept.length : 0,
    left,
    along: along.map((one) => {
      const at = told.indexOf(one);
      const shares = one.after.map((after, place) => after - one.before[place]!);
      return {
        measure: one.measure,
        children: one.rows.length,
        figure: at < 0 ? null : figuresAlong[at]!,
        most: at < 0 ? [] : named({ rows: one.rows, shares }, nameOf),
      };
    }),
    rules: toldRules(rules),
  };
}

/** Of the attributes that enough children of both were asked about. */
function comparedToChance(
  asked: readonly { readonly told: { readonly attribute: string }; readonly ranked: Moves }[],
  kept: readonly Shuffle[],
): ReadonlyMap<string, PairedFigure> {
  const all = asked
    .map(({ told, ranked }) => besideChance(told.attribute, ranked, kept))
    .filter(({ after }) => after.length >= FEWEST_IN_GROUP);
  const { deviations, freedom } = spreadOfTrainings(all);
  const figures = compareTogether(
    all.map(({ before, after }, at) => ({
      before,
      after,
      ...(freedom > 0 && { trainings: { deviation: deviations[at]!, freedom } }),
    })),
  );
  return new Map(all.map(({ attribute }, at) => [attribute, figures[at]!]));
}

/** Those with the largest figures first. */
const named = ({ rows, shares }: Moves, nameOf: (row: number) => string): FairnessOfAttribute['most'] =>
  Array.from(rows, (row, at) => ({ profile: nameOf(row), figure: shares[at]! }))
    .sort((one, other) => other.figure - one.figure)
    .filter(({ figure }) => figure > 0)
    .slice(0, MOST_NAMED);

/** Why lists of this run cannot follow an attribute. */
async function reasonOf(session: RunSession): Promise<Fairness['reason']> {
  if (cannotFollow(session.record)) return 'not-read';
  return (await session.data()).conditions.width === 0 ? 'no-attributes' : null;
}
