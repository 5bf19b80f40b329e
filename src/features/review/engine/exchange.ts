/**
 * Merges notes and decisions of one workspace into another, both on the same data. Keeps what only one has; where both differ, the caller decides
 * for each profile. A note that loses stays among the earlier versions while these have room, and the answer counts what they drop; a decision that
 * loses is recorded in the audit log.
 */
import * as fs from 'node:fs/promises';
import {
  EXCHANGE_VERSION,
  type Exchange,
  type ExchangeConflict,
  type Exchanged,
  exchangeSchema,
  type GivenDecision,
  type GivenNote,
} from '../contract/exchange';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { contentOf, parseKept } from '../../../engine/storage/kept-file';
import { readTextIfThere, sha256 } from '../../../engine/storage/read-files';
import { changeContent, readContent, fileOf, type RecordContent } from '../../../engine/storage/record-file';
import { writeFileOfProfiles } from '../../../engine/data/privacy/written-files';
import type { Workspace } from '../../../engine/storage/workspace';
import { logged } from '../../../engine/kept/audit/logged';
import { readDecisions, replaceDecisions, withoutRevision } from './decisions';
import { countVersions, withStates } from '../../../engine/kept/history';
import { NOTES, readNotes, type StoredNote } from '../../../engine/kept/notes';

/** In bytes: more than the notes and decisions of any supported data set. */
const LARGEST = 1 << 25;

export async function saveExchange(
  workspace: Workspace,
  fingerprint: string,
  out: string,
): Promise<{ path: string; notes: number; decisions: number }> {
  const { notes, decisions } = await keptOf(workspace, fingerprint);
  const exchange: Exchange = {
    format: 'shelfwise-kept',
    formatVersion: [...decisions.values()].some(({ findings }) => findings !== undefined) ? EXCHANGE_VERSION : 1,
    fingerprint,
    notes: sorted(notes.values()),
    decisions: sorted(decisions.values()),
  };
  const text = `${JSON.stringify(exchange, null, 2)}\n`;
  const { path } = await writeFileOfProfiles(workspace, fingerprint, out, (temporary) => fs.writeFile(temporary, text));
  return { path, notes: notes.size, decisions: decisions.size };
}

/**
 * @param shown SHA-256 of the file whose content a person has seen; undefined accepts any
 * @throws ShelfwiseError `not-found`, `bad-data` for another file, `newer-version`, `usage` for other data
 */
export async function readExchange(
  file: string,
  fingerprint: string,
  shown?: string,
): Promise<{ exchange: Exchange; fileSha256: string }> {
  const damaged = () => say('exchange.damaged', { file });
  const stats = await fs.stat(file).catch(() => null);
  // Checked before opening: reading a pipe may wait for ever, and a device may never end.
  if (stats !== null && (!stats.isFile() || stats.size > LARGEST)) throw new ShelfwiseError('bad-data', damaged());
  const text = await readTextIfThere(file);
  if (text === null) throw new ShelfwiseError('not-found', say('exchange.no-file', { file }));
  const fileSha256 = sha256(text);
  if (shown !== undefined && shown !== fileSha256)
    throw new ShelfwiseError('bad-data', say('exchange.swapped', { file }));
  const exchange = contentOf(
    parseKept(text.replace(/^\uFEFF/, ''), { schema: exchangeSchema, version: EXCHANGE_VERSION, what: file, damaged }),
  )!;
  for (const all of [exchange.notes, exchange.decisions])
    if (new Set(all.map(({ profile }) => profile)).size !== all.length) throw new ShelfwiseError('bad-data', damaged());
  if (exchange.fingerprint !== fingerprint)
    throw new ShelfwiseError('usage', say('exchange.other-data', { file, data: exchange.fingerprint.slice(0, 12) }));
  return { exchange, fileSha256 };
}

interface ExchangeChoice {
  /** Profiles of the data; entries about others are counted and ignored. */
  readonly isKnown: (profile: string) => boolean;
  /** Whether theirs win where both differ: for all, or for these profiles. */
  readonly theirs: true | readonly string[];
  /** False only says what it would do. */
  readonly save: boolean;
}

/** @throws ShelfwiseError `busy` if others write all the time */
export async function importExchange(
  workspace: Workspace,
  fingerprint: string,
  exchange: Exchange,
  { isKnown, theirs, save }: ExchangeChoice,
): Promise<Omit<Exchanged, 'fileSha256'>> {
  const kept = await keptOf(workspace, fingerprint);
  const chosen = theirs === true ? null : new Set(theirs);
  const takes = (profile: string): 'ours' | 'theirs' => (chosen === null || chosen.has(profile) ? 'theirs' : 'ours');
  const notes = compare(
    kept.notes,
    exchange.notes.filter(({ profile }) => isKnown(profile)),
    isSameNote,
  );
  const decisions = compare(
    kept.decisions,
    exchange.decisions.filter(({ profile }) => isKnown(profile)),
    isSameDecision,
  );
  const conflicts: ExchangeConflict[] = [
    ...notes.differing.map((both) => ({
      kind: 'note' as const,
      profile: both.theirs.profile,
      taken: takes(both.theirs.profile),
      ...both,
    })),
    ...decisions.differing.map((both) => ({
      kind: 'decision' as const,
      profile: both.theirs.profile,
      taken: takes(both.theirs.profile),
      ...both,
    })),
  ];
  const differences = { notes: notes.added, decisions: decisions.added, conflicts };
  const dropped = save
    ? await apply(workspace, fingerprint, differences)
    : withNotes(await readContent(fileOf(NOTES, workspace, fingerprint)), differences).dropped;
  const all = [...exchange.notes, ...exchange.decisions];
  return {
    saved: save,
    notes: notes.added.length,
    decisions: decisions.added.length,
    same: notes.same + decisions.same,
    unknown: all.filter(({ profile }) => !isKnown(profile)).length,
    dropped,
    conflicts,
  };
}

interface Differences {
  /** Notes and decisions on profiles about which nothing was said here. */
  readonly notes: readonly GivenNote[];
  readonly decisions: readonly GivenDecision[];
  readonly conflicts: readonly ExchangeConflict[];
}

/** @returns versions of notes that the history had no room for */
async function apply(workspace: Workspace, fingerprint: string, differences: Differences): Promise<number> {
  const { decisions, conflicts } = differences;
  const merged = conflicts.flatMap((one) => {
    if (one.kind !== 'decision') return [];
    const { profile, taken, ours, theirs } = one;
    return [{ what: 'merged-decision', profile, taken, ours, theirs }];
  });
  const imported = decisions.map(({ profile, decision, owner }) => {
    return { what: 'imported-decision', profile, decision, owner };
  });
  const won = conflicts.flatMap((one) => (one.kind === 'decision' && one.taken === 'theirs' ? [one.theirs] : []));
  return logged(workspace, fingerprint, async (intend) => {
    await intend([...merged, ...imported]);
    let dropped = 0;
    await changeContent(fileOf(NOTES, workspace, fingerprint), (content) => {
      const step = withNotes(content, differences);
      dropped = step.dropped;
      return step.content;
    });
    await replaceDecisions(workspace, fingerprint, [...decisions, ...won]);
    return dropped;
  });
}

type Notes = RecordContent<StoredNote>;

/** Both notes of a conflict are among the versions, the one that counts last. */
function withNotes(
  content: Notes,
  { notes, conflicts }: Pick<Differences, 'notes' | 'conflicts'>,
): { content: Notes; dropped: number } {
  const arrivedAt = new Date().toISOString();
  const ofNotes = conflicts.flatMap((one) => (one.kind === 'note' ? [one] : []));
  const after = withStates(content, (records, put, putBelow) => {
    const stateOf = ({ profile, text, changedAt }: GivenNote): StoredNote => ({
      text,
      changedAt,
      arrivedAt,
      revision: (records.get(profile)?.revision ?? 0) + 1,
    });
    for (const note of notes) put(note.profile, stateOf(note));
    for (const { profile, taken, theirs } of ofNotes) (taken === 'theirs' ? put : putBelow)(profile, stateOf(theirs));
  });
  return { content: after, dropped: countVersions(content) + notes.length + ofNotes.length - countVersions(after) };
}

interface KeptOfData {
  readonly notes: ReadonlyMap<string, GivenNote>;
  readonly decisions: ReadonlyMap<string, GivenDecision>;
}

async function keptOf(workspace: Workspace, fingerprint: string): Promise<KeptOfData> {
  const notes = new Map<string, GivenNote>();
  for (const [profile, { text, changedAt }] of await readNotes(workspace, fingerprint))
    if (text !== '') notes.set(profile, { profile, text, changedAt });
  const decisions = new Map<string, GivenDecision>();
  for (const [profile, given] of await readDecisions(workspace, fingerprint))
    if (given.decision !== null || given.owner !== '') decisions.set(profile, { profile, ...withoutRevision(given) });
  return { notes, decisions };
}

function compare<Entry extends { profile: string }>(
  kept: ReadonlyMap<string, Entry>,
  given: readonly Entry[],
  isSame: (one: Entry, other: Entry) => boolean,
): { added: Entry[]; same: number; differing: { ours: Entry; theirs: Entry }[] } {
  const differing: { ours: Entry; theirs: Entry }[] = [];
  const added: Entry[] = [];
  for (const theirs of given) {
    const ours = kept.get(theirs.profile);
    if (ours === undefined) added.push(theirs);
    else if (!isSame(ours, theirs)) differing.push({ ours, theirs });
  }
  return { added, differing, same: given.length - added.length - differing.length };
}

const isSameNote = (one: GivenNote, other: GivenNote): boolean => one.text === other.text;
const isSameDecision = (one: GivenDecision, other: GivenDecision): boolean =>
  one.decision === other.decision &&
  one.owner === other.owner &&
  one.runId === other.runId &&
  JSON.stringify(one.findings) === JSON.stringify(other.findings);

const sorted = <Entry extends { profile: string }>(entries: Iterable<Entry>): Entry[] =>
  [...entries].sort((left, right) => (left.profile < right.profile ? -1 : 1));
