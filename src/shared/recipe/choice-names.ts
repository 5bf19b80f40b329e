/**
 * Names of a knob's choices. The recipe, the command line and the record use the values; the window shows these names.
 * The help of a knob is read in both places, so it uses a word that value and name share.
 */
import type { Language, Text } from '../words/templates';
import { MODEL_ROWS, MODELS, type ModelName } from './models';
import type { KnobName, KNOBS } from './table';

type ChoiceOf<Name extends KnobName> = (typeof KNOBS)[Name] extends {
  choices: readonly (infer Choice extends string)[];
}
  ? Choice
  : never;
type ChoiceKnob = { [Name in KnobName]: [ChoiceOf<Name>] extends [never] ? never : Name }[KnobName];

const NONE: Text = { en: 'None', ko: '없음' };
const ROOTS = {
  none: NONE,
  'fourth-root': { en: 'Fourth root', ko: '네제곱근' },
  'square-root': { en: 'Square root', ko: '제곱근' },
};
const FIXED: Text = { en: 'Fixed', ko: '고정' };
const ON_VALIDATION: Text = { en: 'Validation', ko: '검증용 데이터' };
const RANDOM: Text = { en: 'Random', ko: '무작위' };

const MODEL_NAMES = Object.fromEntries(MODELS.map((name) => [name, MODEL_ROWS[name].name])) as Record<ModelName, Text>;
const COMPANION_CHOICES = { none: NONE, chosen: { en: 'Chosen by the data', ko: '데이터로 선택' }, ...MODEL_NAMES };

export const CHOICE_NAMES: { readonly [Name in ChoiceKnob]: Readonly<Record<ChoiceOf<Name>, Text>> } = {
  model: MODEL_NAMES,
  'data.counting': {
    binary: { en: 'Binary', ko: '한 번으로' },
    sum: { en: 'Sum', ko: '합계' },
    logarithm: { en: 'Logarithm', ko: '로그' },
  },
  'structure.activation': {
    tanh: { en: 'tanh', ko: 'tanh' },
    relu: { en: 'ReLU', ko: 'ReLU' },
    linear: { en: 'Linear', ko: '선형' },
  },
  'structure.input': {
    l2: { en: 'Alike (l2)', ko: '똑같이(l2)' },
    'l1-l2': { en: 'Short ones more (l1-l2)', ko: '짧은 이력을 더(l1-l2)' },
    none: NONE,
  },
  'structure.condition': {
    network: { en: 'Network', ko: '작은 신경망' },
    concatenate: { en: 'Concatenate', ko: '그대로 결합' },
    none: NONE,
  },
  'noise.rate': { fixed: FIXED, drawn: { en: 'Drawn', ko: '매번 다르게' } },
  'loss.kind': {
    multinomial: { en: 'Multinomial', ko: '다항 우도' },
    binary: { en: 'Binary', ko: '이진 교차 엔트로피' },
    squared: { en: 'Squared', ko: '제곱 오차' },
  },
  'loss.popularity': ROOTS,
  'loss.history': ROOTS,
  'optimiser.kind': { adamw: { en: 'AdamW', ko: 'AdamW' }, adam: { en: 'Adam', ko: 'Adam' } },
  'stopping.rule': { validation: ON_VALIDATION, fixed: FIXED },
  'stopping.split': { time: { en: 'Time', ko: '시간순' }, random: RANDOM },
  'stopping.validation': { split: { en: 'Split', ko: '평가와 같은 방법' }, random: RANDOM },
  'stopping.scored': { all: { en: 'All', ko: '모두' }, some: { en: 'Some', ko: '일부' } },
  'scoring.watched': { exclude: { en: 'Exclude', ko: '제외' }, include: { en: 'Include', ko: '포함' } },
  'numeric.products': {
    float32: { en: '32 bits (float32)', ko: '32비트(float32)' },
    bfloat16: { en: 'bfloat16', ko: 'bfloat16' },
  },
  'numeric.device': { cpu: { en: 'CPU', ko: 'CPU' }, gpu: { en: 'GPU', ko: 'GPU' } },
  'filter.form': {
    plain: { en: 'Plain', ko: '기본' },
    chebyshev: { en: 'ChebyCF', ko: 'ChebyCF' },
    'chebyshev-mild': { en: 'ChebyCF, mild', ko: 'ChebyCF(약하게)' },
  },
  'mixture.companion': COMPANION_CHOICES,
  'mixture.weights': {
    validation: ON_VALIDATION,
    windows: { en: 'Windows', ko: '시간순 구간' },
    fixed: FIXED,
  },
  'mixture.second': COMPANION_CHOICES,
};

/** The name of a choice, or null for a value that no recipe has. */
export function choiceName(knob: KnobName, value: unknown, language: Language): string | null {
  const names = (CHOICE_NAMES as Readonly<Record<string, Readonly<Record<string, Text>>>>)[knob] ?? {};
  return typeof value === 'string' && Object.hasOwn(names, value) ? names[value]![language] : null;
}
