/** A run in memory while it is in use. Loads each part once, when it is first needed. */
import { setImmediate } from 'node:timers/promises';
import type { RunRecord } from '../../shared/contract/run';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { LIST_LENGTH } from '../../shared/limits';
import { conditionEncoder, type ConditionEncoder } from '../data/conditions';
import { emptyRow, selectRows, wholeRows } from '../data/histories';
import { selectTrainingData } from '../data/selection';
import type { ItemTable, ProfileTable, SparseRows } from '../data/tables';
import { unknownProfile } from '../data/unknown-profile';
import type { DaeRecommender } from '../model/dae/dae-recommender';
import { type Directions, principalDirections } from '../model/dae/directions';
import { LatentCodes } from '../model/dae/latent';
import type { Kernels } from '../model/kernels/kernels';
import type { NamedTensors, Recommender } from '../model/recommender';
import { type Lists, SCORING_ROWS } from '../model/ranking/lists';
import { listOf, type ListSizes, readLists } from '../runs/lists-file';
import { readModel } from '../runs/model-file';
import { type MeasuredStability, readStability } from '../runs/stability-file';
import { readTestProfiles, type TestProfiles } from '../runs/test-profiles-file';
import { fitsVocabulary, readVocabularyIfThere } from '../runs/vocabulary';
import type { DatasetSession } from './dataset-session';
import { newTitlesOf, type WithNewTitles } from './new-titles-of';
import { once } from './shared-cache';
import { loadTestPart } from './test-part';

/** The data behind a run's lists. */
export interface RunData {
  readonly profiles: ProfileTable;
  readonly items: ItemTable;
  readonly histories: SparseRows;
  readonly itemRow: ReadonlyMap<string, number>;
  /** Position of each item of the run in the data set. */
  readonly datasetItem: Int32Array;
  readonly conditions: ConditionEncoder;
}

/** How many profiles have each item of the run among their best 25. */
interface Recommended {
  readonly profiles: Int32Array;
  readonly rankSum: Float64Array;
}

/** A model that was fitted on the data of a run with other attributes of the profiles, and is kept in no folder. */
interface OtherModel {
  readonly tensors: NamedTensors;
  readonly lists: Lists;
  /** What each profile is to the model. Rules go on asking for the profile as it is. */
  readonly profiles: ProfileTable;
}

export class RunSession {
  #recommender: Recommender | null = null;

  constructor(
    readonly folder: string,
    readonly record: RunRecord,
    readonly dataset: DatasetSession,
    /** Takes the place of the model and the lists of the run. */
    private readonly other: OtherModel | null = null,
  ) {}

  readonly data = once(() => this.#loadData());
  readonly lists = once(
    async (): Promise<Lists> => this.other?.lists ?? readLists(this.folder, await this.#sizes(), this.record),
  );
  /** Null if the run measured nothing on a hold-out, or was made before test profiles were stored. */
  readonly testProfiles = once(async (): Promise<TestProfiles | null> =>
    readTestProfiles(this.folder, await this.#sizes(), this.record),
  );
  /** The hold-out that the run's metrics were measured on. */
  readonly testPart = once(() => loadTestPart(this.dataset.snapshot, this.record));
  /** The run's titles and those without viewings. */
  readonly withNewTitles = once(async (): Promise<WithNewTitles> => {
    const { datasetItem, histories } = await this.data();
    return newTitlesOf(this.dataset, datasetItem, histories);
  });
  /** The same for the hold-out: titles first watched in the hold-out count as new, too. */
  readonly withNewTitlesOfTest = once(async (): Promise<WithNewTitles> => {
    const [{ datasetItem }, { histories }] = await Promise.all([this.data(), this.testPart()]);
    return newTitlesOf(this.dataset, datasetItem, histories);
  });
  readonly recommender = once(() => this.#loadRecommender());
  readonly kernels = once(() => this.#loadKernels());
  /** Codes of all profiles; null for models without a latent code. */
  readonly latent = once(() => this.#encodeAll());
  /** The condition of a profile of which nothing is known; empty if the run has none. */
  readonly unknown = once(() => this.#encodeUnknown());
  readonly directions = once(async (): Promise<Directions | null> => {
    const latent = await this.latent();
    return latent === null ? null : principalDirections(latent, () => setImmediate());
  });
  readonly recommended = once(() => this.#countRecommended());

  /** Null for models without a latent code. */
  async autoencoder(): Promise<DaeRecommender | null> {
    const recommender = await this.recommender();
    const { DaeRecommender: Autoencoder } = await import('../model/dae/dae-recommender');
    return recommender instanceof Autoencoder ? recommender : null;
  }

  /** Read every time, since any program may measure it again. Null if nothing was measured. */
  async stability(): Promise<MeasuredStability | null> {
    const { profiles } = await this.#sizes();
    return readStability(this.folder, { listsSha256: this.record.listsSha256, profiles });
  }

  /** @throws ShelfwiseError `not-found` with the nearest IDs */
  async profileRow(id: string): Promise<number> {
    const row = this.dataset.profileRow.get(id);
    if (row !== undefined) return row;
    throw unknownProfile(id, this.dataset.snapshot.dataset, this.dataset.profiles.ids);
  }

  dispose(): void {
    this.#recommender?.dispose();
  }

  async #sizes(): Promise<ListSizes> {
    const { profiles, items } = await this.data();
    return { profiles: profiles.ids.length, items: items.ids.length };
  }

  async #loadData(): Promise<RunData> {
    const { profiles, items, histories } = await selectTrainingData(this.dataset.snapshot, this.record.recipe);
    await this.#refuseOtherVocabulary(profiles.ids, items.ids);
    return {
      profiles,
      items,
      histories: wholeRows(histories),
      itemRow: new Map(items.ids.map((id, row) => [id, row])),
      datasetItem: Int32Array.from(items.ids, (id) => this.dataset.itemRow.get(id)!),
      conditions: conditionEncoder(this.other?.profiles ?? profiles),
    };
  }

  /** Model and lists refer to rows and columns by position, so the positions must be those of the data. */
  async #refuseOtherVocabulary(profiles: readonly string[], items: readonly string[]): Promise<void> {
    const vocabulary = await readVocabularyIfThere(this.folder, this.record);
    if (vocabulary === null || fitsVocabulary(vocabulary, profiles, items)) return;
    throw new ShelfwiseError('bad-data', say('run.other-vocabulary', { run: this.record.runId }));
  }

  async #loadKernels(): Promise<Kernels> {
    const recipe = this.record.recipe;
    // Loaded on demand: the addon and TensorFlow.js take half a second, and pages and stored lists do not need it.
    const { loadBackendFor } = await import('../model/backend');
    return (await loadBackendFor(recipe)).kernels;
  }

  async #loadRecommender(): Promise<Recommender> {
    const kernels = await this.kernels();
    const { restoreRecommender } = await import('../model/models');
    const tensors = this.other?.tensors ?? (await readModel(this.folder, this.record));
    const { items, conditions } = await this.data();
    const sizes = { items: items.ids.length, conditions: conditions.width };
    this.#recommender = restoreRecommender(this.record.recipe, tensors, kernels, sizes);
    return this.#recommender;
  }

  async #encodeAll(): Promise<LatentCodes | null> {
    const autoencoder = await this.autoencoder();
    if (autoencoder === null) return null;
    const { histories, conditions } = await this.data();
    const { codeWidth } = autoencoder;
    const values = new Float32Array(histories.rows * codeWidth);
    for (let from = 0; from < histories.rows; from += SCORING_ROWS) {
      const rows = Int32Array.from({ length: Math.min(SCORING_ROWS, histories.rows - from) }, (_, row) => from + row);
      const block = selectRows(histories, rows);
      const encoded = autoencoder.encode({ histories: block, conditions: conditionRows(conditions, rows) });
      values.set(encoded.codes, from * codeWidth);
      await setImmediate();
    }
    return new LatentCodes(values, codeWidth, histories);
  }

  async #encodeUnknown(): Promise<Float32Array> {
    const [autoencoder, { histories, conditions }] = await Promise.all([this.autoencoder(), this.data()]);
    const nothing = { histories: emptyRow(histories.columns), conditions: conditions.encode(-1) };
    return autoencoder?.encode(nothing).joined ?? new Float32Array(0);
  }

  async #countRecommended(): Promise<Recommended> {
    const [lists, { items, profiles }] = await Promise.all([this.lists(), this.data()]);
    const counted = { profiles: new Int32Array(items.ids.length), rankSum: new Float64Array(items.ids.length) };
    for (let row = 0; row < profiles.ids.length; row++)
      listOf(lists, row, LIST_LENGTH).forEach((item, place) => {
        counted.profiles[item]!++;
        counted.rankSum[item]! += place + 1;
      });
    return counted;
  }
}

function conditionRows(conditions: ConditionEncoder, rows: Int32Array): Float32Array {
  const values = new Float32Array(rows.length * conditions.width);
  rows.forEach((row, index) => values.set(conditions.encode(row), index * conditions.width));
  return values;
}
