/** How the run was made, exactly enough to repeat it, and how to check that it has the same result. */
import { exactnessOf } from '../../../../shared/values/exactness';
import { instructionSetName } from '../../../../shared/values/instruction-sets';
import { systemName } from '../../../../shared/words/property-text';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { html, type Html } from './html';
import { code, facts, paragraph, section, type Section } from './parts';

export function reproducibilitySection({ run, dataset, verified }: ReportData, { t }: ReportWording): Section {
  const { environment, program, recipe } = run;
  const promise = exactnessOf(recipe);
  const hash = (value: string | null): Html | null => (value === null ? null : code(value));
  return section(t('report.reproducibility'), [
    paragraph(
      t('report.reproducibilityLead'),
      `${t('runs.exactness')}: ${t(`common.exactness.${promise}`)}.`,
      t(`common.exactnessHelp.${promise}`),
    ),
    facts([
      [t('runs.seed'), String(run.seed)],
      [t('report.recipeVersion'), String(recipe.version)],
      [t('data.fingerprint'), code(run.dataset.fingerprint), 'long'],
      [t('runs.recipeHash'), code(run.recipeSha256), 'long'],
      [t('runs.weightsHash'), hash(run.weightsSha256), 'long'],
      [t('runs.listsHash'), hash(run.listsSha256), 'long'],
      [t('runs.program'), `Shelfwise ${program.version} · ${program.commit.slice(0, 12)}`, 'long'],
      [t('report.build'), code(program.buildSha256), 'long'],
      [
        t('runs.computed'),
        environment === null
          ? null
          : `${t('device.ownKernels')} · ${environment.device.toUpperCase()} · ${instructionSetName(environment.instructionSet)} · ${environment.deviceName} · Node ${environment.node} · ${systemName(environment.platform)} ${environment.architecture}`,
        'long',
      ],
      [
        t('runs.gpu'),
        environment?.gpu
          ? t('device.withDriver', { name: environment.gpu.name, driver: environment.gpu.driver })
          : null,
      ],
    ]),
    verified?.repeated == null ? null : paragraph(t('report.neverCompared')),
    html`<h3>${t('report.rebuild')}</h3>
      <p>${t('report.rebuildVerify')}</p>
      <pre>shelfwise verify ${run.runId}</pre>
      ${
        dataset === null
          ? null
          : html`<p>${t('report.rebuildTrain')}</p>
              <pre>
shelfwise train --data ${run.dataset.fingerprint.slice(0, 12)} --recipe recipe.json --seed ${String(run.seed)}</pre>`
      }`,
  ]);
}
