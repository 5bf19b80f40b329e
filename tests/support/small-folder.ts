/**
 * Tiny data folders for tests, in the contest's schema, with known results: profiles and albums fall into groups (a
 * checkerboard), a profile watches albums of its own group only, and its row reveals its group (sex, age, interest
 * codes). Dirt is planted on request, each kind by number of rows, so that a test can assert the importer's counts.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { COLUMNS, logTime, type FileName } from '../../bench/generate/write/schema';
import { csvLine, encodeTable, type TableForm } from '../../bench/generate/write/table-form';
import { writeFile } from '../../src/engine/storage/files';
import { RandomStream } from '../../src/engine/model/random';

export interface SmallFolderOptions {
  /** IDs 1, 2, ... */
  profiles?: number;
  /** IDs 101, 102, ... */
  items?: number;
  /** Profile p and album i, both counted from 0, belong to the groups p % groups and i % groups. */
  groups?: number;
  /** Number of different albums per profile, one event each; at most its group's. */
  eventsPerProfile?: number;
  seed?: number;
  /** Also writes meta_data_plus, watch_e_data, buy_data, search_data and sample_submission. */
  everyFile?: boolean;
  dirt?: SmallFolderDirt;
  /** Encoding, byte order mark and newlines of a file. */
  forms?: Partial<Record<FileName, TableForm>>;
}

/** Numbers of rows; those of history_data.csv are damaged copies added to the good rows. */
export interface SmallFolderDirt {
  /** Good rows with seconds written as 60 or more, one minute earlier: the same moment. Repaired. */
  lateSeconds?: number;
  /** Exact copies. Rejected. */
  duplicates?: number;
  /** Three fields too few. Rejected. */
  shortRows?: number;
  /** One field too many. Rejected. */
  longRows?: number;
  /** 31 February. Rejected. */
  impossibleDates?: number;
  /** No profile ID. Rejected. */
  missingIds?: number;
  /** The file ends in the middle of one more row. Rejected. */
  cutOff?: boolean;
  /** Every ID of history_data.csv as "101.0". */
  decimalIds?: boolean;
  /** The first profiles have no row in profile_data.csv. */
  profilesWithoutRow?: number;
  /** Additional profiles with a row that watched nothing. */
  profilesWithoutHistory?: number;
  /** The first albums have no row in meta_data.csv. */
  albumsWithoutMetadata?: number;
}

export interface SmallEvent {
  readonly profile: number;
  readonly item: number;
  /** Seconds since 1970. */
  readonly time: number;
}

export interface SmallFolder {
  readonly folder: string;
  /** The expected events of the import, in time order; all times differ. */
  readonly events: readonly SmallEvent[];
  /** Data rows of history_data.csv: accepted + repaired + rejected. */
  readonly rows: number;
  readonly repaired: number;
  readonly rejected: number;
  remove(): Promise<void>;
}

/** Writes a folder under the system's temporary folder; call `remove` when done. */
export async function makeSmallFolder(options: SmallFolderOptions = {}): Promise<SmallFolder> {
  const { profiles = 12, items = 24, groups = 2, dirt = {}, everyFile = false } = options;
  const events = checkerboard(options);
  const history = historyLines(events, dirt);
  const profileIds = count(1, profiles + (dirt.profilesWithoutHistory ?? 0));
  const albums = count(101, items);
  const tables: Partial<Record<FileName, string[]>> = {
    'history_data.csv': history.lines,
    'profile_data.csv': profileIds.slice(dirt.profilesWithoutRow ?? 0).map((id) => profileLine(id, (id - 1) % groups)),
    'meta_data.csv': albums
      .slice(dirt.albumsWithoutMetadata ?? 0)
      .map((album) => metaLine(album, (album - 101) % groups)),
    ...(everyFile ? otherTables(events, profileIds, albums) : {}),
  };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-small-'));
  for (const [name, lines] of Object.entries(tables) as [FileName, string[]][]) {
    const bytes = encodeTable([csvLine(COLUMNS[name]), ...lines], options.forms?.[name]);
    const cut = name === 'history_data.csv' && dirt.cutOff;
    await writeFile(path.join(folder, name), cut ? Buffer.concat([bytes, Buffer.from('1,9,2026030')]) : bytes);
  }
  const cutRows = dirt.cutOff ? 1 : 0;
  return {
    folder,
    events,
    rows: history.lines.length + cutRows,
    repaired: Math.min(dirt.lateSeconds ?? 0, events.length),
    rejected: history.lines.length - events.length + cutRows,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Writes given tables (lines without newlines, header first), for tests that need their own rows. */
export async function writeTables(
  folder: string,
  tables: Record<string, readonly string[]>,
  forms: Record<string, TableForm> = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, lines] of Object.entries(tables))
    await writeFile(path.join(folder, name), encodeTable(lines, forms[name]));
}

function checkerboard(options: SmallFolderOptions): SmallEvent[] {
  const { profiles = 12, items = 24, groups = 2, eventsPerProfile = 6, seed = 1 } = options;
  const random = new RandomStream(seed, 'small-folder');
  const pairs: { profile: number; item: number }[] = [];
  for (let profile = 0; profile < profiles; profile++) {
    const own = random.shuffle(count(0, items).filter((item) => item % groups === profile % groups));
    for (const item of own.slice(0, eventsPerProfile)) pairs.push({ profile: profile + 1, item: item + 101 });
  }
  // 37 minutes apart and never at second 40 or later, so that any of them can be written as a late second.
  return random.shuffle(pairs).map((pair, index) => ({
    ...pair,
    time: Date.UTC(2026, 2, 2) / 1000 + index * 37 * 60 + (index % 40),
  }));
}

function historyLines(events: readonly SmallEvent[], dirt: SmallFolderDirt): { lines: string[] } {
  const fields = (event: SmallEvent, index: number) => {
    const decimal = dirt.decimalIds ? '.0' : '';
    const late = index < (dirt.lateSeconds ?? 0) ? 60 : 0;
    const ids = [`${event.profile}${decimal}`, index + 1, logTime(event.time, late)];
    return [...ids, 'IFSUC0001', `${event.item}${decimal}`, index % 3 ? '' : 0, index % 2 ? 'Y' : 'N', 'N'];
  };
  const lines = events.map((event, index) => csvLine(fields(event, index)));
  const damaged = (times: number | undefined, damage: (row: (string | number)[]) => (string | number)[]) => {
    // From the last event backwards: those only have late seconds if all do.
    for (let copy = 0; copy < (times ?? 0); copy++) {
      const index = events.length - 1 - (copy % events.length);
      lines.push(csvLine(damage(fields(events[index]!, index))));
    }
  };
  damaged(dirt.duplicates, (row) => row);
  damaged(dirt.shortRows, (row) => row.slice(0, -3));
  damaged(dirt.longRows, (row) => [...row, 'more']);
  damaged(dirt.impossibleDates, (row) => row.with(2, '20260231120000'));
  damaged(dirt.missingIds, (row) => row.with(0, ''));
  return { lines };
}

function profileLine(id: number, group: number): string {
  const age = 1 + (group % 13);
  return csvLine([id, group % 2 ? 'F' : 'M', age, `P0${1 + (group % 8)}`, '', '', `K0${1 + (group % 9)}`, '', '']);
}

function metaLine(album: number, group: number): string {
  const genres = ['키즈', `장르 ${group + 1}`, ''];
  return csvLine([album, `Title ${album}`, 'One, two', ...genres, '한국', 10, 20260101, '', '', '', '', '', '', '']);
}

function otherTables(
  events: readonly SmallEvent[],
  profileIds: readonly number[],
  albums: readonly number[],
): Partial<Record<FileName, string[]>> {
  const start = (event: SmallEvent, index: number, target: string) =>
    csvLine([event.profile, index + 1, logTime(event.time), target, event.item]);
  return {
    'meta_data_plus.csv': albums.map((album) => csvLine([album, 'KWD01', album % 2 ? '우정' : '모험', 3])),
    'watch_e_data.csv': events.map((event, index) => `${start(event, index, 'IFSUC0002')},${300 + index},600,N`),
    'buy_data.csv': events.slice(0, 5).map((event, index) => `${start(event, index, 'IFSUC0003')},1500`),
    'search_data.csv': events.slice(-5).map((event, index) => start(event, index, 'IFSUC0004')),
    'sample_submission.csv': profileIds.toReversed().map((id) => csvLine([id, '[101, 102]'])),
  };
}

function count(first: number, length: number): number[] {
  return Array.from({ length }, (_, index) => first + index);
}
