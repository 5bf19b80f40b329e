/** What people should know of a model before they use it (Mitchell et al. 2019, "Model cards for model reporting"), as Markdown. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { Metrics, RunRecord } from '../../../shared/contract/run';
import type { Condition } from '../../condition/contract/condition';
import { basisText, hurtsText, knownText, worthText } from '../../condition/contract/condition-text';
import { createFormat } from '../../../shared/words/format';
import { figureText } from '../../../shared/words/paired-text';
import { textsIn } from '../../../shared/words/texts';
import type { Wording } from '../../../shared/words/wording';
import type { ModelPart } from '../contract/model-folder';
import { shownDataName } from '../../../shared/values/data-name';
import { saidRunName } from '../../../shared/words/run-name';
import { textOf } from '../../../shared/words/sentence';
import { LIST_LENGTH } from '../../../shared/limits';
import { MODEL_ROWS } from '../../../shared/recipe/models';

/** Standard deviations of a normal distribution that cover 95 %. */
const DEVIATIONS = 1.96;

interface InputSizes {
  readonly history: { readonly items: readonly string[]; readonly counting: RunRecord['recipe']['data.counting'] };
  readonly profile: readonly unknown[];
}

/** What is told of the model besides its record. */
interface About {
  /** Of its scores. */
  readonly parts: readonly ModelPart[];
  readonly condition: Pick<Condition, 'reason' | 'measured'>;
}

const ENGLISH: Wording = { t: textsIn('en'), format: createFormat('en') };

export function modelCard(
  record: RunRecord,
  dataset: Dataset,
  { history, profile }: InputSizes,
  { parts, condition }: About,
): string {
  const { recipe } = record;
  return `${[
    `# ${plain(textOf([saidRunName(record.name)]))}`,
    `${MODEL_ROWS[record.model].name.en}, trained by Shelfwise ${plain(record.program.version)} (commit ${plain(record.program.commit)}) on ${plain((record.finishedAt ?? record.createdAt).slice(0, 10))}. The run is ${record.runId}.`,
    '## Files',
    table(
      ['file', 'holds'],
      [
        [
          'model.onnx, model.onnx.data',
          'the model, for any runtime of ONNX (operators of version 17); keep both together',
        ],
        ['model.safetensors', 'the same weights as Shelfwise keeps them'],
        ['inputs.json', 'what the columns of both inputs mean; no profile is named'],
        ['recipe.json', 'every setting of the training'],
      ],
    ),
    '## In and out',
    table(
      ['name', 'shape', 'meaning'],
      [
        ['history', `profiles x ${history.items.length}`, HISTORY[history.counting]],
        ...(profile.length === 0
          ? []
          : [
              [
                'profile',
                `profiles x ${profile.length}`,
                'attributes as inputs.json says: 1 for a category that holds, (value - mean) / deviation for a number, 1 in "missing" where nothing is known of an attribute',
              ],
            ]),
        ['scores (out)', `profiles x ${history.items.length}`, 'higher is better; comparable within a row only'],
        ['top_items (out)', `profiles x ${LIST_LENGTH}`, 'places of titles in inputs.json, best first'],
        ['top_scores (out)', `profiles x ${LIST_LENGTH}`, 'their scores'],
      ],
    ),
    '## What is in the scores',
    list([
      ...parts.map((part) => partText(part, record, dataset)),
      recipe['scoring.watched'] === 'exclude'
        ? `top_items has watched titles only where fewer than ${LIST_LENGTH} others are left`
        : 'top_items may hold titles that were watched',
    ]),
    'Not in them: rules, approvals, tunings and titles without viewings. They are applied to lists by Shelfwise; ask `shelfwise export` for lists that have them.',
    '## Data',
    table(
      ['', ''],
      [
        ['name', plain(shownDataName(dataset))],
        ['profiles', String(dataset.profiles)],
        ['titles', String(dataset.items)],
        ['viewings', String(dataset.interactions)],
        ['fingerprint', dataset.fingerprint],
        ['SHA-256 of the weights', record.weightsSha256 ?? ''],
        ['seed', String(record.seed)],
      ],
    ),
    '## Scores',
    record.metrics === null
      ? 'The data was too small for a hold-out: nothing is known of how good this model is.'
      : table(
          ['profiles', 'number', 'score (95 % interval)', `recall of ${LIST_LENGTH}`, `NDCG of ${LIST_LENGTH}`],
          [
            ['all of the hold-out', ...figures(record.metrics)],
            ...record.slices.map(({ label, metrics }) => [plain(label), ...figures(metrics)]),
          ],
        ),
    'The score is 0.75 recall + 0.25 NDCG, of viewings that the model was not shown. The model in these files then learned from all of the data.',
    '## What the attributes are worth',
    ...conditionLines(condition),
    '## Limits',
    list([
      'It knows the titles of inputs.json and no others.',
      'It learned what was watched, not what is suitable: check lists for children before they are shown.',
      'It is made from histories: it names nobody, but what few profiles watched leaves traces in it. Give it to those who run the service, and to nobody else.',
      'A runtime sums in another order than Shelfwise: scores differ in the last digits, and titles of nearly the same score may change places.',
    ]),
  ].join('\n\n')}\n`;
}

function conditionLines({ reason, measured }: About['condition']): string[] {
  if (reason !== null) return [ENGLISH.t(`condition.none.${reason}`)];
  if (measured === null) return ['It was not measured what the attributes of profiles are worth to this model.'];
  const { worth, rows } = measured;
  return [
    [worthText(worth, ENGLISH), hurtsText(worth, ENGLISH)].filter((text) => text !== null).join(' '),
    table(
      ['known of a profile', 'score with attributes', 'against none', 'against shuffled ones'],
      rows.map(({ known, with: own, without, shuffled }) => [
        knownText(known, ENGLISH),
        own.toFixed(4),
        figureText(without, ENGLISH),
        figureText(shuffled, ENGLISH),
      ]),
    ),
    `${basisText(measured, ENGLISH)} Each difference has its 95 % interval.`,
  ];
}

function partText(part: ModelPart, { model }: RunRecord, { period }: Dataset): string {
  switch (part) {
    case 'dae':
      return 'the scores that the autoencoder restores from the history and the attributes';
    case 'peers':
      return 'what is popular among profiles of the same attributes, the more the shorter the history';
    case 'trend-part':
      return `the trend on the last day of the data${period === null ? '' : ` (${plain(period.to.slice(0, 10))})`}: it ages, so train again with new data`;
    default:
      return part === model
        ? `the scores of "${MODEL_ROWS[part].name.en}"`
        : `the companion "${MODEL_ROWS[part].name.en}", the more the longer the history`;
  }
}

const HISTORY: Readonly<Record<InputSizes['history']['counting'], string>> = {
  binary: '1 for a title that was watched, 0 for others',
  sum: 'how much a title was watched (the weights of its viewings, summed), 0 for others',
  logarithm: 'the natural logarithm of 1 + how much a title was watched, 0 for others',
};

function figures({ score, standardError, recall, ndcg, profiles }: Metrics): string[] {
  const interval =
    standardError === null
      ? ''
      : ` (${(score - DEVIATIONS * standardError).toFixed(3)} to ${(score + DEVIATIONS * standardError).toFixed(3)})`;
  return [String(profiles), `${score.toFixed(4)}${interval}`, recall.toFixed(4), ndcg.toFixed(4)];
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Untrusted text on one line, without Markdown or HTML. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/[\\`*_{}[\]()#+!|<>&~]/g, (sign) => `\\${sign}`);
