/** Assembles the report: the verdict comes first for the reader who decides, and its evidence follows. */
import type { Report } from '../../contract/report';
import { runNameIn } from '../../../../shared/words/run-name';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { approvalSection } from './approval';
import { changesSection } from './changes';
import { checksSection } from './checks';
import { dataSection } from './data';
import { examplesSection } from './examples';
import { heading, shownProfiles } from './heading';
import { html } from './html';
import { listsSection } from './lists';
import { recipeSection } from './recipe';
import { reproducibilitySection } from './reproducibility';
import { scoresSection } from './scores';
import { pageStyle, STYLE } from './style';

export function reportPage(told: ReportData, wording: ReportWording): Report {
  const run = { ...told.run, name: runNameIn(told.run.name, wording.t, wording.language) };
  const data = { ...told, run };
  const body = html`<article class="report" lang="${wording.language}">
    ${heading(data, wording)} ${dataSection(data, wording)} ${recipeSection(data, wording)}
    ${scoresSection(data, wording)} ${listsSection(data, wording)} ${changesSection(data, wording)}
    ${examplesSection(data, wording)} ${checksSection(data, wording)} ${reproducibilitySection(data, wording)}
    ${approvalSection(data, wording)}
  </article>`;
  return {
    title: wording.t('report.title', { name: run.name }),
    language: wording.language,
    pageStyle: pageStyle(run.runId),
    style: STYLE,
    body: body.text,
    profiles: shownProfiles(data),
  };
}
