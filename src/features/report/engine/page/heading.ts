/** The subject of the page, and its conclusion in a sentence. */
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { popularText, rivalText } from '../../../quality/words/public';
import { engineTextIn } from '../../../../shared/words/engine-text';
import { changesSentences, moversOf } from './changes';
import { html, type Html } from './html';
import { newModelText } from '../../../../shared/words/new-model-text';
import { runNameIn } from '../../../../shared/words/run-name';
import { shownDataName } from '../../../../shared/values/data-name';
import { originText, standingText } from '../../../../shared/words/brought-text';
import { type CheckOutcome, outcomeOfCheck } from '../../../../shared/words/export-check';
import { code, facts, paragraph } from './parts';

/** Profiles that the page says something of, each once. */
export const shownProfiles = (data: ReportData): string[] => [
  ...new Set([...(data.examples?.profiles ?? []), ...moversOf(data)].map(({ profile }) => profile)),
];

export function heading(data: ReportData, wording: ReportWording): Html {
  const { run, madeAt } = data;
  const { t, format } = wording;
  const shown = shownProfiles(data);
  return html`<header>
    <p class="kind">
      <span>Shelfwise · ${t('report.kind')}</span
      ><span>${t('report.made', { when: format.moment(madeAt), zone: wording.ownZone })}</span>
    </p>
    <h1>${run.name}</h1>
    ${facts([
      [t('runs.runId'), code(run.runId)],
      [t('runs.status'), t(`common.statuses.${run.status}`)],
      [t('runs.model'), t(`common.models.${run.model}`)],
      [t('report.trained'), format.moment(run.finishedAt ?? run.createdAt)],
      [t('runs.data'), data.dataset === null ? run.dataset.name : shownDataName(data.dataset)],
      [t('runs.program'), `Shelfwise ${run.program.version}`],
    ])}
    ${verdict(data, wording)} ${originOf(run, wording)} ${noteOf(run.marks.note)}
    <p class="private">
      ${shown.length === 0 ? t('report.showsNone') : t('report.shows', { profiles: shown.join(', ') })}${
        data.dataset?.pseudonyms === undefined ? null : ` ${t('report.pseudonyms')}`
      }
    </p>
  </header>`;
}

function verdict(data: ReportData, wording: ReportWording): Html {
  const { run, verdict: found } = data;
  const { t, format, language } = wording;
  const popular = found === null ? null : popularText(found, wording);
  const why = (): string => {
    if (run.forgotten !== undefined) return engineTextIn(run.forgotten, language);
    if (run.metrics !== null) return `${t('common.metrics.score')}: ${format.score(run.metrics.score)}`;
    return run.split?.note
      ? engineTextIn({ message: run.split.note, said: run.split.said }, language)
      : t('runs.noScores');
  };
  const rival = found === null ? null : found.rival === null ? t('report.noRival') : rivalText(found.rival, wording);
  // Since which run, how many lists, and how many titles: the section has the rest.
  const changed = data.changes === null ? [] : changesSentences(data.changes, wording).slice(0, 3);
  // Having nothing to compare with is no verdict by itself.
  const sentence = popular ?? (found?.rival ? rival : why());
  const { refreshed } = data;
  const beside =
    refreshed === null ? null : newModelText(refreshed.compared, runNameIn(refreshed.before, t, language), wording);
  // Who signs is to see first that the lists were better before.
  const isWorse = beside !== null && refreshed?.compared.verdict === 'worse';
  return html`<div class="verdict">
    ${isWorse ? html`<p class="sentence">${beside}</p>` : null}
    <p class="sentence">${sentence}</p>
    ${beside === null || isWorse ? null : html`<p>${beside}</p>`}
    ${rival === null || sentence === rival ? null : html`<p>${rival}</p>`}
    ${changed.length === 0 ? null : html`<p>${changed.join(' ')}</p>`}
    <p class="state">${stateOf(data, wording).map((line) => html`<span>${line}</span> `)}</p>
  </div>`;
}

/** Whether it was verified and exported. */
function stateOf({ verified, exported }: ReportData, { t, format }: ReportWording): string[] {
  const formatOf = (one: NonNullable<typeof exported>) => ({
    when: format.moment(one.exportedAt),
    format: t(`exporting.formats.${one.format}`),
  });
  return [
    verified === null
      ? t('report.notVerified')
      : t('report.verified', {
          when: format.moment(verified.verifiedAt),
          verdict: t(`runs.verdicts.${verified.verdict}`),
        }),
    exported === null
      ? t('report.notExported')
      : exported.checks.length === 0
        ? t('report.exportedUnchecked', formatOf(exported))
        : t(`report.exported.${worstOf(exported)}`, formatOf(exported)),
  ];
}

const FROM_WORST = ['notPassed', 'warned', 'passed'] as const satisfies CheckOutcome[];

/** The worst outcome of its checks. */
function worstOf(exported: NonNullable<ReportData['exported']>): CheckOutcome {
  const outcomes = exported.checks.map((check) => outcomeOfCheck(check, exported));
  return FROM_WORST.find((outcome) => outcomes.includes(outcome)) ?? 'passed';
}

/** Where it came from, and whether its lists are those of its model. */
function originOf({ brought }: ReportData['run'], wording: ReportWording): Html | null {
  if (brought === undefined) return null;
  const { problem } = brought;
  return paragraph(
    ...(problem === null ? [] : [engineTextIn(problem, wording.language)]),
    originText(brought, wording),
    standingText(brought, wording),
  );
}

/** People's notes on the run, line by line. */
const noteOf = (note: string): Html | null =>
  note.trim() === ''
    ? null
    : html`<blockquote>
        ${note
          .trim()
          .split(/\r?\n/)
          .map((line) => html`<p>${line}</p>`)}
      </blockquote>`;
