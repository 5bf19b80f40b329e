/** One power failure: drawn by a seed, laid out as a folder, and judged by what the program then says of it. */
import * as fs from 'node:fs';
import { RandomStream } from '../../src/engine/model/random';
import { type DiskEvent, drawLosses, type Losses, type SyncKind, type System, SYSTEMS, treeWithout } from './disk';
import { layOut } from './recorder';
import { json, look, type Place, type Sight } from './stories';

/** What a story did to the disk, and what was seen before and after it. */
export interface Recording {
  readonly story: string;
  readonly events: readonly DiskEvent[];
  /** So many events were on the disk long before. */
  readonly durable: number;
  /** Index after which the story was acknowledged as done. */
  readonly acknowledged: number;
  readonly before: Sight;
  readonly after: Sight;
}

export interface Failure {
  readonly story: string;
  readonly system: System;
  /** So many events happened before the power failed. */
  readonly cut: number;
  readonly isAcknowledged: boolean;
}

/** Draws a failure by a seed: of which story, where, on which system, and what was lost. */
export function failureOf(seed: number, recordings: readonly Recording[]): { failure: Failure; recording: Recording } {
  const random = new RandomStream(seed, 'power/failure');
  const recording = recordings[random.below(recordings.length)]!;
  const system = SYSTEMS[random.below(SYSTEMS.length)]!;
  const { events, durable, acknowledged } = recording;
  // One in four fails after all was done: what was acknowledged is to be there.
  const cut = random.below(4) === 0 ? events.length : durable + random.below(events.length - durable + 1);
  return { failure: { story: recording.story, system, cut, isAcknowledged: cut >= acknowledged }, recording };
}

/**
 * @param forgotten a kind of sync that the storage is made to forget
 * @returns what is wrong afterwards, and what was lost; null where all is as promised
 */
export async function tryFailure(
  seed: number,
  { failure, recording }: ReturnType<typeof failureOf>,
  place: Place,
  forgotten: SyncKind | null,
): Promise<{ wrong: string; lost: string[] } | null> {
  const durable = Math.min(recording.durable, failure.cut);
  const events = recording.events
    .slice(0, failure.cut)
    .filter((event, at) => at < durable || event.kind !== 'sync' || event.of !== forgotten);
  const losses = drawLosses(events, durable, failure.system, new RandomStream(seed, 'power/disk'));
  const tried = async (each: Losses): Promise<string | null> => {
    layOut(place.folder, treeWithout(events, each));
    return judge(place, failure, recording);
  };
  const wrong = await tried(losses);
  return wrong === null ? null : { wrong, lost: saidOf(await fewest(losses, tried), events) };
}

/** Gives back what was lost, as long as something stays wrong: what is left is why. Names come back in their order, as a system writes them. */
async function fewest(losses: Losses, tried: (losses: Losses) => Promise<string | null>): Promise<Losses> {
  let left = losses;
  for (const at of losses.names) {
    const without = { ...left, names: new Set([...left.names].filter((each) => each !== at)) };
    if ((await tried(without)) === null) break;
    left = without;
  }
  for (const node of losses.contents.keys()) {
    const without = { ...left, contents: new Map([...left.contents].filter(([each]) => each !== node)) };
    if ((await tried(without)) !== null) left = without;
  }
  return left;
}

/** What was lost, a line each. */
function saidOf({ names, contents }: Losses, events: readonly DiskEvent[]): string[] {
  const placeOf = (node: number): string =>
    events
      .map((event) => ('place' in event && 'node' in event && event.node === node ? event.place : ''))
      .findLast(Boolean) ?? '';
  const lost = [...names].map((at) => {
    const event = events[at]!;
    if (event.kind === 'rename') return `the rename of ${event.from} to ${event.place}`;
    return event.kind === 'remove'
      ? `the removal of ${event.place}`
      : `the name of ${'place' in event ? event.place : ''}`;
  });
  return [...lost, ...[...contents].map(([node, content]) => `of ${placeOf(node)} all but ${content.length} bytes`)];
}

async function judge(place: Place, { isAcknowledged }: Failure, recording: Recording): Promise<string | null> {
  const { before, after } = recording;
  const seen = await look(place);
  for (const subject of new Set([...Object.keys(before), ...Object.keys(seen)])) {
    const [was, is, isDone] = [before[subject], seen[subject], after[subject]].map((each) => JSON.stringify(each));
    if (is === isDone || (!isAcknowledged && is === was)) continue;
    if (!isAcknowledged && was === undefined && is === undefined) continue;
    if (!isAcknowledged && isGrowing(subject) && isBetween(before[subject], seen[subject], after[subject])) continue;
    return `${subject} is ${is ?? 'not there'}; it was ${was ?? 'not there'}, and ${isAcknowledged ? 'was acknowledged as' : 'was to be'} ${isDone ?? 'gone'}`;
  }
  if (isAcknowledged)
    for (const subject of Object.keys(after)) if (!(subject in seen)) return `${subject} is not there`;
  const damage = await damageIn(place);
  if (damage !== null) return damage;
  return recording.story === 'train' ? resumed(place, seen, after) : null;
}

/** Whether what is seen of a subject has a line after another. */
const isGrowing = (subject: string): boolean => subject === 'log' || subject.startsWith('approvals of ');

/**
 * Whether a log has all the lines from before, and at most those of the whole story; of the last one its outcome may be open. A line that was torn
 * as it was added is shown as damaged, at the end.
 */
function isBetween(before: unknown, now: unknown, after: unknown): boolean {
  const [was, all, will] = [before, now, after].map(
    (lines) => (Array.isArray(lines) ? lines : []) as { what: string }[],
  );
  const is = all!.at(-1)?.what === 'damaged' ? all!.slice(0, -1) : all;
  return (
    is!.length >= was!.length &&
    is!.length <= will!.length &&
    is!.every((line, at) =>
      at < was!.length || at < is!.length - 1
        ? withoutTime(line) === withoutTime(will![at])
        : line.what === will![at]!.what,
    )
  );
}

/** What the next start adds has the time of that. */
const withoutTime = (line: unknown): string => JSON.stringify(line).replace(/"at":"[^"]*"/, '');

async function damageIn({ command, folder }: Place): Promise<string | null> {
  if (!fs.existsSync(`${folder}/workspace`)) return null;
  const answer = await command(['doctor', '--everything', '--json']);
  if (answer.status !== 0) return `doctor --everything ended with ${answer.status}: ${answer.out}${answer.err}`;
  const { damaged } = json(answer) as { damaged: unknown[] };
  return damaged.length === 0 ? null : `damaged: ${JSON.stringify(damaged)}`;
}

/** A run that was under way goes on to the bits of one that was not interrupted. */
async function resumed({ command }: Place, seen: Sight, after: Sight): Promise<string | null> {
  if (JSON.stringify(seen['runs']) === JSON.stringify(after['runs'])) return null;
  const { runs } = json(await command(['runs', '--json'])) as { runs: { runId: string; status: string }[] };
  for (const { runId } of runs) {
    const answer = await command(['resume', runId, '--json']);
    if (answer.status !== 0) return `resume ended with ${answer.status}: ${answer.out}${answer.err}`;
    const { listsSha256 } = json(await command(['show', runId, '--json'])) as { listsSha256: string };
    const expected = (after[`lists of ${runId}`] as { listsSha256: string }).listsSha256;
    if (listsSha256 !== expected) return `the resumed run has the lists ${listsSha256}, not ${expected}`;
  }
  return null;
}
