/** Measures how stable the list of a profile is: which of its titles stay when a part of the history is hidden. */
import { NEUTRAL_TUNING, type Tuning } from '../../../../shared/contract/tuning';
import type { Stability } from '../../../../shared/contract/stability';
import { LIST_LENGTH } from '../../../../shared/limits';
import { wilsonInterval } from '../../../../engine/model/evaluate/wilson';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { rankRow } from '../../../../engine/lists/rank-row';
import { copyStream, countListed, noiseOf, noisyCopies, shareThatStays } from './noisy-copies';
import { scoreRow } from '../../../../engine/lists/score-row';
import { tunedRow } from '../../../../engine/lists/tuned-rows';

interface StabilityRequest {
  readonly profile: string;
  readonly copies: number;
  /** Share of the history that a copy hides; where absent, the run's share in training. */
  readonly hidden?: number | undefined;
  readonly tuning?: Tuning | undefined;
}

/** @throws ShelfwiseError as tunedRow */
export async function stability(session: RunSession, request: StabilityRequest): Promise<Stability> {
  const started = performance.now();
  const { profile, copies, hidden, tuning = NEUTRAL_TUNING } = request;
  const { record } = session;
  const { scored, history, excludeWatched } = await tunedRow(session, profile, tuning);
  const list = rankRow(await scoreRow(session, scored), history.watched, LIST_LENGTH, excludeWatched).items;
  const noise = noiseOf(record, hidden);
  const rows = noisyCopies(scored.history, copies, noise, copyStream(record, profile));
  const counts = await countListed(session, { scored, watched: history.watched, excludeWatched }, rows, list);
  const { items } = await session.data();
  return {
    runId: record.runId,
    profile,
    copies,
    noise,
    seed: record.seed,
    watched: scored.history.indices.length,
    share: list.length === 0 ? null : shareThatStays(counts, copies),
    items: Array.from(list, (item, place) => ({
      item: items.ids[item]!,
      title: items.titles[item]!,
      rank: place + 1,
      share: counts[place]! / copies,
      ...wilsonInterval(counts[place]!, copies),
    })),
    seconds: (performance.now() - started) / 1000,
  };
}
