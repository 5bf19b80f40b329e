/** The recipe in words: the nearest preset, the differences from it, and the most important settings. */
import { KNOBS, type KnobName, type Recipe } from '../../../../shared/recipe/table';
import { recipeDifferences } from '../../../../shared/recipe/schema';
import { PRESET_NAMES, type PresetName, presetRecipe } from '../../../../shared/recipe/presets';
import { engineTextIn } from '../../../../shared/words/engine-text';
import { knobText } from '../../../../shared/words/knob-text';
import { mixtureText } from '../../../../shared/words/mixture-text';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { comparedNote } from './compared';
import { html, type Html } from './html';
import { facts, type Fact, paragraph, section, type Section } from './parts';

/** What a reader asks about first; autoencoder settings only for an autoencoder. */
const ESSENTIALS: readonly KnobName[] = [
  'data.history',
  'data.completion',
  'data.purchase',
  'data.search',
  'data.counting',
];
const OF_THE_AUTOENCODER: readonly KnobName[] = [
  'structure.condition',
  'noise.dropout',
  'noise.wholeHistory',
  'mixture.members',
];
const OF_LISTS: readonly KnobName[] = ['scoring.watched', 'numeric.device'];

export function recipeSection(data: ReportData, wording: ReportWording): Section {
  const { run } = data;
  const { t, language } = wording;
  const { preset, differences } = nearestPreset(run.recipe);
  const model = t(`common.models.${run.model}`);
  const count = differences.length;
  const isModel = preset === run.model;
  const named = { model, preset: t(`common.presets.${preset}`) };
  const sentence = isModel
    ? count === 0
      ? t('report.recipeModel', { model })
      : t('report.recipeModelChanged', { model, count })
    : count === 0
      ? t('report.recipePreset', named)
      : t('report.recipeChanged', { ...named, count });
  const leftOut = run.leftOut?.map(
    ({ model: other, ...why }) => `${t(`common.models.${other}`)}: ${engineTextIn(why, language)}`,
  );
  const mixture = mixtureText(run, wording);
  const made: Fact[] = [
    [
      t('runs.epochs'),
      run.epochs === 0 || run.listsFrom === null
        ? null
        : t('runs.epochsOf', { count: run.epochs, stage: t(`common.stages.${run.listsFrom}`) }),
    ],
    [t('runs.mixture'), mixture],
    [t('runs.leftOut'), leftOut?.join(' ') ?? null],
  ];
  const knobs = [...ESSENTIALS, ...(run.model === 'dae' ? OF_THE_AUTOENCODER : []), ...OF_LISTS];
  return section(t('report.recipe'), [
    paragraph(sentence),
    ...(count === 0 ? [] : [differenceTable(differences, isModel, wording)]),
    html`<h3>${t('report.essentials')}</h3>`,
    facts([
      ...knobs.map((knob): Fact => [KNOBS[knob].label[language], knobText(knob, run.recipe[knob], wording, language)]),
      ...made,
    ]),
    mixture === null && leftOut === undefined ? null : comparedNote(data, 'mixture', wording),
  ]);
}

type Differences = ReturnType<typeof recipeDifferences>;

/** The device is not the author's choice: a run records where it was computed. */
function nearestPreset(recipe: Recipe): { preset: PresetName; differences: Differences } {
  const all = PRESET_NAMES.map((preset) => ({ preset, start: presetRecipe(preset) }))
    .filter(({ start }) => start.model === recipe.model)
    .map(({ preset, start }) => ({
      preset,
      differences: recipeDifferences(start, recipe).filter(({ knob }) => knob !== 'numeric.device'),
    }));
  return all.reduce((nearest, one) => (one.differences.length < nearest.differences.length ? one : nearest));
}

function differenceTable(differences: Differences, isModel: boolean, wording: ReportWording): Html {
  const { t, language } = wording;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('runs.setting')}</th>
        <th scope="col">${t(isModel ? 'runs.inDefaults' : 'report.inPreset')}</th>
        <th scope="col">${t('runs.here')}</th>
      </tr>
    </thead>
    <tbody>
      ${differences.map(
        ({ knob, left, right }) =>
          html`<tr>
            <th scope="row">${KNOBS[knob].label[language]}<small>${KNOBS[knob].help[language]}</small></th>
            <td>${knobText(knob, left, wording, language)}</td>
            <td>${knobText(knob, right, wording, language)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}
