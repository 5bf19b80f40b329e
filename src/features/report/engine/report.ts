/** A run as one page to print and sign: for display in the window, and as a self-contained file. */
import * as fs from 'node:fs/promises';
import type { Report } from '../contract/report';
import type { Run } from '../../../shared/contract/run-life';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Language } from '../../../shared/words/templates';
import { sha256 } from '../../../engine/storage/read-files';
import { writeFileOfProfiles } from '../../../engine/data/privacy/written-files';
import { writeUserFile } from '../../../engine/storage/user-files';
import { gatherReport, type ReportSources } from './gather';
import { reportFile } from './page/file';
import { reportPage } from './page/page';
import { reportWording } from './wording';

interface ReportRequest {
  readonly language: Language;
  readonly examples: number;
  readonly since?: string | null | undefined;
  /** The reader's time zone; that of this computer where absent. */
  readonly timeZone?: string | undefined;
}

/** @throws ShelfwiseError `usage` while the run is being trained, `bad-data` if something that it needs is damaged */
export async function runReport(sources: ReportSources, run: Run, request: ReportRequest): Promise<Report> {
  if (run.status === 'running') throw new ShelfwiseError('usage', say('report.training', { run: run.runId }));
  const data = await gatherReport(sources, run, request);
  return reportPage(data, reportWording(data, request.language, request.timeZone));
}

/** @param out where to write the file; see `writeUserFile` for what it refuses */
export async function saveReport(
  sources: ReportSources,
  run: Run,
  { out, ...request }: ReportRequest & { out: string },
): Promise<{ path: string; sha256: string; profiles: string[] }> {
  const report = await runReport(sources, run, request);
  const content = reportFile(report);
  const fill = (temporary: string): Promise<void> => fs.writeFile(temporary, content);
  const { path } =
    report.profiles.length > 0
      ? await writeFileOfProfiles(sources.workspace, run.dataset.fingerprint, out, fill)
      : await writeUserFile(sources.workspace, out, fill);
  return { path, sha256: sha256(content), profiles: report.profiles };
}
