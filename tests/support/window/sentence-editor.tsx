/** The editor of a rule's sentence, with an engine that tells the effect of what is written. */
import { beforeEach } from 'vitest';
import { SentenceEditor } from '../../../src/features/rules/window/SentenceEditor';
import { useSelection } from '../../../src/renderer/stores/selection';
import type { AttributeDescription } from '../../../src/shared/contract/dataset';
import type { RuleEffect } from '../../../src/shared/contract/rule-answers';
import { type Rule, ruleSchema, type RuleSet } from '../../../src/shared/contract/rules';
import { today } from '../../../src/shared/values/day';
import { autoencoderRun, dataset } from './records';
import { renderInWindow } from './render-in-window';
import { noTitleFigures, titleRow } from './title-rows';

const open = dataset();
const run = autoencoderRun();
export const other = ruleSchema.parse({ kind: 'hide', id: 'other', name: 'Other', titles: { ids: ['7'] } });
const profile = (id: string) => ({
  profile: id,
  shared: 24,
  before: [{ item: '1', title: 'Earlier' }],
  after: [{ item: '9', title: 'Heron Hill', before: null, rules: ['pin-1'], newTitle: null }],
});
const effectOf = (set: RuleSet): RuleEffect => ({
  runId: run.runId,
  date: today(),
  rulesSha256: 'x',
  profiles: 600,
  changed: 412,
  rescored: 0,
  cost: { mean: -0.01, low: -0.02, high: -0.004, profiles: 60, isCertain: true, before: 0.4, after: 0.39 },
  coverage: { before: 0.5, after: 0.5 },
  rules: set.rules.map(({ id }) => ({
    rule: id,
    lists: 412,
    first: ['7'],
    ...(id === 'other'
      ? { broken: 5, why: [{ reason: 'hidden', count: 5 }] }
      : {
          broken: 3,
          why: [
            { reason: 'watched', count: 2 },
            { reason: 'place-taken', count: 1 },
          ],
        }),
  })),
  newTitles: null,
  broken: [],
  brokenCount: 8,
  conflicts: [],
  most: ['11', '12', '13', '14'].map(profile),
  seconds: 0,
});

beforeEach(() => useSelection.setState({ dataset: open.fingerprint, runId: null }));

interface Asked {
  set: RuleSet;
  beside?: RuleSet | undefined;
  date: string;
}

export const FOUND = titleRow('12', { title: 'Otter Bay', popularity: 7 });
export const SERIES = {
  kind: 'series' as const,
  series: 0,
  name: 'Heron, Patient as Ever',
  item: '9',
  group: null,
  titles: 2,
  of: 2,
  numbers: {},
  ...noTitleFigures(),
  popularity: 7,
  isOpen: false,
};

/** Renders the editor, and collects what it asks of the engine and gives back. */
export function writeSentence(
  language: 'en' | 'ko',
  rule: Rule | null = null,
  rules: readonly Rule[] = [other],
  itemAttributes: AttributeDescription[] = open.itemAttributes,
) {
  const shown = { ...open, itemAttributes };
  const asked: Asked[] = [];
  const taken: Rule[] = [];
  let closed = 0;
  const rendered = renderInWindow(
    <SentenceEditor
      dataset={shown}
      rules={rules}
      titles={[{ item: '9', title: 'Heron Hill' }]}
      edited={{ rule }}
      onTake={(made) => void taken.push(made)}
      onClose={() => void closed++}
    />,
    {
      language,
      answers: ({ datasets, runs, rules: of, segments, titles }) => ({
        datasets: { list: datasets.list.handler(() => [shown]) },
        runs: { list: runs.list.handler(() => [run]) },
        segments: { list: segments.list.handler(() => []) },
        titles: {
          page: titles.page.handler(({ input: { filter } }) => {
            const rows = filter?.text === 'otter' ? [FOUND] : [];
            return { total: rows.length, all: 1, rows };
          }),
          series: titles.series.handler(({ input: { filter } }) => {
            const rows = filter?.text === 'heron' ? [SERIES] : [];
            return { total: rows.length, all: 1, found: rows.length, rows };
          }),
        },
        rules: {
          try: of.try.handler(async function* ({ input }) {
            asked.push(input);
            yield { phase: 'rules', detail: '', done: 0, total: 1 };
            return effectOf(input.set);
          }),
        },
      }),
    },
  );
  return { ...rendered, asked, taken, closed: () => closed };
}

export const pin = ruleSchema.parse({ kind: 'pin', id: 'pin-1', name: 'Up it goes', place: 3, titles: { ids: ['9'] } });
