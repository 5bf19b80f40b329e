/** Decides about lists that changed, in one pass. */
import { DECISIONS } from '../../review/contract/checks';
import { MOST_DECIDED_AT_ONCE } from '../../review/contract/limits';
import type { ChangedGroup, ChangesRequest } from '../contract/changes';
import type { Client } from '../../../cli/context';
import { segmentNamed } from '../../../cli/segments';
import { counted } from '../../../cli/words';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

export const DECIDE_INPUTS = {
  decision: {
    kind: 'choice',
    value: 'DECISION',
    choices: DECISIONS,
    help: 'with --lists: decide so about every list of the second run that changed, about all or none; it stands in "review"',
  },
  title: { kind: 'text', value: 'ID', help: 'with --decision: only lists in which this title came or went' },
  segment: { kind: 'text', value: 'NAME', help: 'with --decision: only lists of this segment' },
  genre: {
    kind: 'text',
    value: 'TEXT',
    help: 'with --decision: only lists in which titles of this genre came or went',
  },
} as const;

interface Typed {
  readonly decision: (typeof DECISIONS)[number];
  readonly title?: string | undefined;
  readonly segment?: string | undefined;
  readonly genre?: string | undefined;
}

/** @throws ShelfwiseError `usage` for more than one group, or too many lists; `not-found` for a segment that is not saved */
export async function decideChanged(client: Client, request: ChangesRequest, { decision, ...group }: Typed) {
  const { runId } = request.after;
  const of = await groupOf(client, runId, group);
  const [changed, known] = await Promise.all([
    client.changes.profiles({ ...request, ...(of !== undefined && { of }) }),
    client.review.decisions({ runId }),
  ]);
  if (changed.length > MOST_DECIDED_AT_ONCE)
    throw new ShelfwiseError(
      'usage',
      say('review.too-many-at-once', { total: changed.length, most: MOST_DECIDED_AT_ONCE }),
    );
  const revisions = new Map(known.map((one) => [one.profile, one.decision.revision]));
  const decisions = changed.map(({ profile }) => ({ profile, decision, revision: revisions.get(profile) ?? 0 }));
  const decided = decisions.length === 0 ? [] : await client.review.decideAll({ runId, decisions });
  return {
    json: { runId, decided },
    text: () => `Decided about ${counted(decided.length, 'list')} of ${runId}: ${decision}.`,
  };
}

async function groupOf(
  client: Client,
  runId: string,
  { title, segment, genre }: Omit<Typed, 'decision'>,
): Promise<ChangedGroup | undefined> {
  const given = Object.entries({ '--title': title, '--segment': segment, '--genre': genre }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length > 1)
    throw new ShelfwiseError('usage', say('changes.one-group', { first: given[0]![0], second: given[1]![0] }));
  if (title !== undefined) return { item: title };
  if (genre !== undefined) return { group: genre };
  if (segment === undefined) return undefined;
  const { dataset } = await client.runs.get({ runId });
  return { segment: (await segmentNamed(client, dataset.fingerprint, segment)).id };
}
