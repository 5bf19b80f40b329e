/** One profile's history beside its recommendations. */
import type { Recommendation } from '../../../shared/contract/recommendation';
import type { Tuning } from '../../../shared/contract/tuning';
import { displayAttributes } from '../../../engine/data/display/attributes';
import type { RunSession } from '../../../engine/sessions/run-session';
import { watchedOf } from '../../../engine/model/ranking/lists';
import { excludesWatched, neutralList } from '../../../engine/lists/neutral';

export interface RecommendationRequest {
  readonly profile: string;
  readonly count: number;
  /** As the recipe of the run says where absent. */
  readonly watched?: Tuning['watched'];
}

/** @throws ShelfwiseError `not-found` for an unknown profile, or a run without a model */
export async function recommend(session: RunSession, request: RecommendationRequest): Promise<Recommendation> {
  const row = await session.profileRow(request.profile);
  const ranked = await neutralList(session, row, request.count, excludesWatched(session, request.watched));
  const { histories, items, profiles } = await session.data();
  const watched = new Set(watchedOf(histories, row));
  return {
    runId: session.record.runId,
    profile: request.profile,
    attributes: displayAttributes(profiles.attributes, row),
    history: session.dataset.history(row),
    items: Array.from(ranked.items, (item, place) => ({
      rank: place + 1,
      item: items.ids[item]!,
      title: items.titles[item]!,
      score: ranked.scores[place]!,
      watched: watched.has(item),
    })),
  };
}
