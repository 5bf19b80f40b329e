/** What was checked when the lists were exported and when the run was verified. */
import * as path from 'node:path';
import type { EarlierExport } from '../../../../shared/contract/run-life';
import type { Verification } from '../../../../shared/contract/run';
import { type CheckOutcome, exportCheckName, outcomeOfCheck } from '../../../../shared/words/export-check';
import { engineTextIn } from '../../../../shared/words/engine-text';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { html, type Html } from './html';
import { code, facts, paragraph, section, type Section } from './parts';

export function checksSection({ exported, verified, verifiedElsewhere }: ReportData, wording: ReportWording): Section {
  const { t } = wording;
  return section(t('report.checks'), [
    ...(exported === null ? [paragraph(t('report.notExported'))] : exportOf(exported, wording)),
    ...(verified === null ? [paragraph(t('report.notVerified'))] : verificationOf(verified, wording)),
    ...(verifiedElsewhere === null ? [] : elsewhereOf(verifiedElsewhere, wording)),
  ]);
}

const MARKS: Record<CheckOutcome, string> = { passed: '✓', warned: '!', notPassed: '✗' };

/** Only the name of the file: the folders above it are private. */
function exportOf(exported: EarlierExport, { t, format, language }: ReportWording): Html[] {
  const { path: file, exportedAt, checks, sha256 } = exported;
  return [
    html`<h3>${t('report.exportOf', { file: path.basename(file), when: format.moment(exportedAt) })}</h3>`,
    facts([
      [t('exporting.format'), t(`exporting.formats.${exported.format}`)],
      [t('exporting.file'), t(`exporting.fileState.${exported.file}`)],
      [t('exporting.hash'), code(sha256), 'long'],
      [t('shell.screen.rules'), rulesOf(exported, t), 'long'],
    ]),
    ...(checks.length === 0
      ? []
      : [
          html`<table class="checks">
            <tbody>
              ${checks.map((one) => {
                const { check, detail, said } = one;
                const outcome = outcomeOfCheck(one, exported);
                const sentence = engineTextIn({ message: detail, said }, language);
                return html`<tr>
                  <th scope="row">${exportCheckName(check, t)}</th>
                  <td>${MARKS[outcome]} ${t(`exporting.${outcome}`)}</td>
                  <td>${sentence}</td>
                </tr> `;
              })}
            </tbody>
          </table>`,
        ]),
  ];
}

/** What a cluster says is told as what it says. */
function elsewhereOf({ verdict, verifiedAt, origin }: Verification, { t, format }: ReportWording): Html[] {
  const verdictText = t(`runs.verdicts.${verdict}`);
  const when = format.moment(verifiedAt);
  return [paragraph(t('report.verifiedElsewhere', { cluster: origin!.cluster, when, verdict: verdictText }))];
}

/** Names, revision and hash of the rules of an export; null without rules, and for one of an earlier version. */
function rulesOf({ rules, rulesSha256 }: EarlierExport, t: ReportWording['t']): string | null {
  if (rules === undefined || rulesSha256 === undefined) return null;
  const { names, revision } = rules;
  const which = names.length === 0 ? t('rules.noneToday') : names.join(', ');
  return `${which} (${revision === null ? t('rules.ofFile') : t('rules.revision', { revision })}, ${rulesSha256})`;
}

function verificationOf(verified: Verification, { t, format, language }: ReportWording): Html[] {
  const { verdict, verifiedAt } = verified;
  return [
    html`<h3>${t('report.verificationOf', { when: format.moment(verifiedAt) })}</h3>`,
    paragraph(
      `${t(`runs.verdicts.${verdict}`)}.`,
      verdict === 'different' ? null : t(`runs.verdictHelp.${verdict}`),
      engineTextIn({ message: verified.cause, said: verified.said }, language),
    ),
  ];
}
