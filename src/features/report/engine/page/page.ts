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
import { headSection } from './head';
import { fairnessSection } from './fairness';
import { heading, shownProfiles } from './heading';
import { html, type Html } from './html';
import { listsSection } from './lists';
import type { Section } from './parts';
import { recipeSection } from './recipe';
import { reproducibilitySection } from './reproducibility';
import { scoresSection } from './scores';
import { shelfSection } from './shelf';
import { pageStyle, STYLE } from './style';

export function reportPage(told: ReportData, wording: ReportWording): Report {
  const run = { ...told.run, name: runNameIn(told.run.name, wording.t, wording.language) };
  const data = { ...told, run };
  const sections = [
    dataSection(data, wording),
    recipeSection(data, wording),
    scoresSection(data, wording),
    listsSection(data, wording),
    shelfSection(data, wording),
    fairnessSection(data, wording),
    changesSection(data, wording),
    examplesSection(data, wording),
    checksSection(data, wording),
    reproducibilitySection(data, wording),
    headSection(data, wording),
    approvalSection(data, wording),
  ].filter((one) => one !== null);
  const body = html`<article class="report" lang="${wording.language}">
    ${heading(data, wording)} ${contents(sections, wording)}
    ${sections.map(
      ({ title, content, pages }, index) =>
        html`<section class="${pages}" id="${idOf(index)}">
          <h2>${title}</h2>
          ${content}
        </section>`,
    )}
  </article>`;
  return {
    title: wording.t('report.title', { name: run.name }),
    language: wording.language,
    pageStyle: pageStyle(run.runId),
    style: STYLE,
    body: body.text,
    profiles: shownProfiles(data),
    drawn: data.examples?.profiles.length ?? 0,
  };
}

const idOf = (index: number): string => `part-${index + 1}`;

/** Links to the parts, for reading on a screen; paper leaves them out. */
const contents = (sections: readonly Section[], { t }: ReportWording): Html =>
  html`<nav class="contents" aria-label="${t('report.contents')}">
    <ol>
      ${sections.map(({ title }, index) => html`<li><a href="#${idOf(index)}">${title}</a></li> `)}
    </ol>
  </nav>`;
