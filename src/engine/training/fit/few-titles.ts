/**
 * Judges mixtures by profiles of whom a few titles are shown: those of a validation part watched much, and what helps their
 * lists may harm that of a child who watched one title, or the other way round.
 */
import { rowsWithEntries, selectRows } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import type { Kernels } from '../../model/kernels/kernels';
import type { RandomStream, RandomStreams } from '../../model/random';
import type { Recommender } from '../../model/recommender';
import { selectScoringRows } from '../../model/ranking/scorer';
import type { Trial } from './choose-companions';
import { MOST_OF_FEW_TITLES, SHOWN } from './choosing';
import { type MixedModels, judgeTrials } from './judge-trials';
import type { Judged } from './judge-variants';
import { limitProfiles } from './validation';

type Scoring = Pick<Recommender, 'score'>;

/**
 * The same targets are to be found with few titles known. The hidden ones are no candidates: to name one would be right, and
 * yet count as a miss.
 * @param random draws the profiles and the titles to show
 * @returns for each trial the score of each judged profile
 */
export function judgeByFewTitles(
  kernels: Pick<Kernels, 'bestOfMixtures'>,
  { histories, targets: all, conditions }: Judged,
  { own, others }: Pick<MixedModels, 'own' | 'others'>,
  trials: readonly Trial[],
  random: RandomStreams,
): Float64Array[] {
  const limited = limitProfiles(all, MOST_OF_FEW_TITLES, random.stream('companions/few/profiles'));
  const profiles = rowsWithEntries(limited);
  const known = selectScoringRows(histories, conditions.values, conditions.width, profiles);
  const targets = selectRows(limited, profiles);
  const means = trials.map(() => new Float64Array(profiles.length));
  for (const count of SHOWN) {
    const shown = drawTitles(known.histories, count, random.stream(`companions/few/${count}`));
    const few = (model: Scoring): Scoring => withHiddenLast(model, known.histories, shown);
    const models = { own: { ...own, model: few(own.model) }, others: others.map(few) };
    const judged = { histories: shown, targets, conditions: { values: known.conditions, width: conditions.width } };
    judgeTrials(kernels, judged, models, trials).forEach((scores, trial) =>
      scores.forEach((score, profile) => (means[trial]![profile]! += score / SHOWN.length)),
    );
  }
  return means;
}

/** So many titles of each history, drawn at random; all of a shorter one. */
export function drawTitles(histories: SparseRows, count: number, random: RandomStream): SparseRows {
  const offsets = new Int32Array(histories.rows + 1);
  const indices: number[] = [];
  for (let row = 0; row < histories.rows; row++) {
    const own = histories.indices.slice(histories.offsets[row]!, histories.offsets[row + 1]!);
    indices.push(...random.shuffle(own).subarray(0, count).sort());
    offsets[row + 1] = indices.length;
  }
  return { ...histories, offsets, indices: Int32Array.from(indices), values: new Float32Array(indices.length).fill(1) };
}

/** A model whose score of each title that is known and not shown is the lowest of its row, so that no list names it. */
function withHiddenLast(model: Scoring, known: SparseRows, shown: SparseRows): Scoring {
  return {
    score(rows) {
      const scores = model.score(rows);
      rows.profiles!.forEach((profile, row) => {
        const ofRow = scores.subarray(row * known.columns, (row + 1) * known.columns);
        let lowest = Infinity;
        for (let title = 0; title < ofRow.length; title++) lowest = Math.min(lowest, ofRow[title]!);
        const kept = shown.indices.subarray(shown.offsets[profile]!, shown.offsets[profile + 1]!);
        for (const title of known.indices.subarray(known.offsets[profile]!, known.offsets[profile + 1]!))
          if (!kept.includes(title)) ofRow[title] = lowest;
      });
      return scores;
    },
  };
}
