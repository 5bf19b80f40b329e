/** Shared by import tests: a temporary place with a workspace, folders made of lines, and imports of them. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { writeFile } from '../../src/engine/storage/files';
import { importFolder, type ImportOptions } from '../../src/engine/import/import-folder';
import { rowIssues } from '../../src/engine/data/row-issues';
import { openSnapshot } from '../../src/engine/data/snapshot';
import type { Snapshot } from '../../src/engine/data/snapshot-tables';
import { openWorkspace, type Workspace } from '../../src/engine/storage/workspace';
import type { Dataset, FileReport, ImportAnswer, RowIssue } from '../../src/shared/contract/dataset';

export const HISTORY_HEADER = 'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer';
export const PROFILE_HEADER =
  'profile_id,sex,age,pr_interest_keyword_cd_1,pr_interest_keyword_cd_2,pr_interest_keyword_cd_3,' +
  'ch_interest_keyword_cd_1,ch_interest_keyword_cd_2,ch_interest_keyword_cd_3';
export const META_HEADER =
  'album_id,title,sub_title,genre_large,genre_mid,genre_small,country,run_time,onair_date,' +
  'cast_1,cast_2,cast_3,cast_4,cast_5,cast_6,cast_7';

/** A valid history row with the given changes. */
export function historyRow(row: Partial<Record<'profile' | 'time' | 'item' | 'payment' | 'trailer', string>>): string {
  const { profile = '1', time = '20260301120000', item = '101', payment = '0', trailer = 'N' } = row;
  return `${profile},1,${time},IFSUC0001,${item},${payment},N,${trailer}`;
}

export const metaRow = (album: string, title: string, genre = 'Animation', small = ''): string =>
  `${album},${title},,Kids,${genre},${small},KR,10,20260101,,,,,,,`;

/** Lines (ended by line feeds) or bytes. */
export type Content = readonly string[] | string | Uint8Array;

export interface Place {
  readonly folder: string;
  readonly workspace: Workspace;
  /** Writes a folder of files; undefined ones are left out. */
  write(name: string, files: Record<string, Content | undefined>): Promise<string>;
  import(folder: string, options?: Partial<ImportOptions>): Promise<ImportAnswer>;
  open(answer: ImportAnswer): Promise<Snapshot>;
  /** All repaired and rejected rows. */
  issues(answer: ImportAnswer): Promise<RowIssue[]>;
  /** What lies in the workspace's folder of data sets. */
  datasets(): Promise<string[]>;
  remove(): Promise<void>;
}

export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-import-'));
  const workspace = await openWorkspace(path.join(folder, 'workspace'));
  const open = (answer: ImportAnswer): Promise<Snapshot> => openSnapshot(workspace, answer.fingerprint);
  return {
    folder,
    workspace,
    async write(name, files) {
      const target = path.join(folder, name);
      await mkdir(target, { recursive: true });
      for (const [file, content] of Object.entries(files))
        if (content !== undefined) await writeFile(path.join(target, file), bytesOf(content));
      return target;
    },
    import: (source, options) => importFolder({ workspace, folder: source, ...options }),
    open,
    issues: async (answer) => (await rowIssues(await open(answer), 0, 1_000_000)).rows,
    datasets: () => readdir(workspace.datasets),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export function bytesOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return Buffer.from(typeof content === 'string' ? content : content.map((line) => `${line}\n`).join(''));
}

/** A minimal folder in the contest's layout: history rows and two profiles. */
export const contestFolder = (history: readonly string[]): Record<string, Content> => ({
  'history_data.csv': [HISTORY_HEADER, ...history],
  'profile_data.csv': [PROFILE_HEADER, '1,M,3,P01,,,K01,,', '2,F,5,P02,P03,,K02,,'],
});

export function reportOf(answer: ImportAnswer, file: string): FileReport {
  const report = answer.files.find((candidate) => candidate.file === file);
  if (report === undefined) throw new Error(`${file} is not in the report`);
  return report;
}

/** Rows by reason, of both outcomes. */
export function reasonsOf(report: FileReport): Record<string, number> {
  const all = [...report.reasons.repaired, ...report.reasons.rejected];
  return Object.fromEntries(all.map(({ reason, rows }) => [reason, rows]));
}

export function findingOf(answer: ImportAnswer, code: string, file?: string) {
  return answer.findings.find((finding) => finding.code === code && (file === undefined || finding.file === file));
}

/** What a data set contains: everything but when and where it was read. */
export const contentOf = ({
  fingerprint,
  profiles,
  items,
  interactions,
  period,
  submissionProfiles,
  profileAttributes,
  itemAttributes,
}: Dataset) => ({
  fingerprint,
  profiles,
  items,
  interactions,
  period,
  submissionProfiles,
  profileAttributes,
  itemAttributes,
});
