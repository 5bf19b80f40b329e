/** The book of rules as its screen shows it, with an engine that saves it and tells what rules do. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RuleBook } from '../../../src/features/rules/window/RuleBook';
import { useBooks } from '../../../src/features/rules/window/saving';
import { useEngine } from '../../../src/renderer/connection/engine-context';
import { useSelection } from '../../../src/renderer/stores/selection';
import type { StandingApprovals } from '../../../src/shared/contract/approvals';
import type { KeptRules, RuleConflict, RuleEffect } from '../../../src/shared/contract/rule-answers';
import { type Rule, ruleSchema, type RuleSet, ruleSetOf } from '../../../src/shared/contract/rules';
import type { UnfinishedRule } from '../../../src/shared/contract/unfinished-rules';
import { autoencoderRun, dataset } from './records';
import { renderInWindow } from './render-in-window';
import { noTitleFigures, titleRow } from './title-rows';

const open = dataset();
const run = autoencoderRun();

export const ruleOf = (id: string, more: object = {}): Rule =>
  ruleSchema.parse({ kind: 'hide', id, name: `Rule ${id}`, titles: { ids: ['9'] }, ...more });

const effectOf = (set: RuleSet, share: number): RuleEffect => ({
  runId: run.runId,
  date: '2026-12-01',
  rulesSha256: 'x',
  profiles: 600,
  changed: 412,
  rescored: 0,
  cost: { mean: 0, low: 0, high: 0, profiles: 60, isCertain: share !== 0, before: 0.5, after: 0.5 * (1 + share) },
  coverage: { before: 0.5, after: 0.5 },
  rules: set.rules.map(({ id }) => ({
    rule: id,
    lists: 73,
    first: ['7'],
    broken: 2,
    why: [{ reason: 'watched', count: 2 }],
  })),
  newTitles: null,
  broken: set.rules.map(({ id }) => ({ rule: id, profile: '8', reason: 'watched' })),
  brokenCount: 2,
  conflicts: [],
  most: ['11', '12'].map((profile) => ({
    profile,
    shared: 24,
    before: [{ item: '1', title: 'Earlier' }],
    after: [{ item: '9', title: 'Heron Hill', before: null, rules: [], newTitle: null }],
  })),
  seconds: 0,
});

interface Given {
  readonly language?: 'en' | 'ko';
  readonly rules?: readonly Rule[];
  readonly unfinished?: readonly UnfinishedRule[];
  readonly conflicts?: readonly RuleConflict[];
  readonly part?: string;
  /** What a rule finds more, as a share. */
  readonly finds?: number;
  readonly standing?: StandingApprovals['standing'];
}

function Book({ part }: { part: string | undefined }): ReactNode {
  const { queries } = useEngine();
  const saved = useQuery(queries.rules.get.queryOptions({ input: { data: open.fingerprint } }));
  return saved.data !== undefined && <RuleBook dataset={open} saved={saved.data} part={part} />;
}

/** Renders the book, and collects what it saves and which rules it asks the effect of. */
export function renderBook(given: Given = {}) {
  const { language = 'en', rules = [], unfinished = [], conflicts = [], part, finds = 0, standing = null } = given;
  useBooks.setState({}, true);
  useSelection.setState({ dataset: open.fingerprint, runId: null });
  const keptOf = (set: RuleSet, waiting: readonly UnfinishedRule[], revision: number): KeptRules => ({
    set,
    unfinished: [...waiting],
    rulesSha256: `of ${revision}`,
    conflicts: [...conflicts],
    titles: [{ item: '9', title: 'Heron Hill' }],
    revision,
    changedAt: null,
  });
  const versions = [keptOf(ruleSetOf(rules), unfinished, 1)];
  let at = 0;
  let revision = 1;
  const asked: RuleSet[] = [];
  const rendered = renderInWindow(<Book part={part} />, {
    language,
    answers: ({ datasets, labels, profiles, review, rules: of, runs, segments, titles }) => ({
      datasets: { list: datasets.list.handler(() => [open]) },
      labels: {
        get: labels.get.handler(
          () =>
            ({
              entries: [],
              colours: {},
              genres: [],
              posters: null,
              revision: 0,
              changedAt: null,
            }) as never,
        ),
      },
      runs: { list: runs.list.handler(() => [run]) },
      review: {
        approvals: review.approvals.handler(() => ({ current: null, all: [], standing })),
      },
      profiles: {
        open: profiles.open.handler(() => ({ attributes: [{ name: 'sex', value: 'F' }], history: [] }) as never),
      },
      segments: { list: segments.list.handler(() => []) },
      titles: {
        page: titles.page.handler(({ input: { filter } }) => {
          const rows = filter?.text === 'otter' ? [titleRow('12', { title: 'Otter Bay', popularity: 7 })] : [];
          return { total: rows.length, all: 1, rows };
        }),
        series: titles.series.handler(() => ({ total: 0, all: 1, found: 0, rows: [], ...noTitleFigures() }) as never),
      },
      rules: {
        get: of.get.handler(() => versions[at]!),
        before: of.before.handler(() => null),
        ofRun: of.ofRun.handler(() => ({ saved: null, approved: null })),
        history: of.history.handler(() => ({
          revision,
          versions: versions
            .map((version, place) => ({
              revision: version.revision,
              changedAt: null,
              current: place === at,
              rules: 0,
              on: 0,
              rulesSha256: '',
            }))
            .toReversed(),
        })),
        set: of.set.handler(({ input }) => {
          const before = versions[at]!;
          if (JSON.stringify([before.set, before.unfinished]) === JSON.stringify([input.set, input.unfinished]))
            return before;
          versions.push(keptOf(input.set, input.unfinished ?? [], ++revision));
          at = versions.length - 1;
          return versions[at]!;
        }),
        restore: of.restore.handler(({ input: { to } }) => {
          at = versions.findIndex((version) => version.revision === to);
          return { ...versions[at]!, revision: ++revision };
        }),
        try: of.try.handler(async function* ({ input: { set } }) {
          asked.push(set);
          yield { phase: 'rules', detail: '', done: 0, total: 1 };
          return effectOf(set, finds);
        }),
      },
    }),
  });
  return {
    ...rendered,
    asked,
    /** What is saved now. */
    kept: () => versions[at]!,
    saves: () => versions.length - 1,
  };
}
