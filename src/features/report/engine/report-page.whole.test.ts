/** The page of a report: its text in both languages, and that no foreign name becomes markup. */
import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { reportFile } from './page/file';
import { reportPage } from './page/page';
import type { ReportData } from './report-data';
import { reportWording } from './wording';
import type { Language } from '../../../shared/words/templates';
import { textsIn } from '../../../shared/words/texts';
import { dataOf, HOSTILE, HOSTILE_DATA, SHOWN } from '../../../../tests/support/report-data';
import { autoencoderRun, dataset, popularityRun } from '../../../../tests/support/window/records';
import { newModelText } from '../../../shared/words/new-model-text';
import { exported } from '../../../../tests/support/window/refreshes';
import { SIGNED_HEAD } from '../../../../tests/support/window/signed-head';
import { SAID_NOTHING_OF } from '../../../../tests/support/early-approval';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

/** In HTML documents; the addresses of namespaces load nothing, nor do links to parts of the page. */
const LOADING =
  '[src], [href]:not([href^="#part-"]), [xlink\\:href], script, iframe, object, embed, link, base, form, image, use, foreignObject';

function opened(data: ReportData, language: Language = 'en') {
  const report = reportPage(data, reportWording(data, language));
  const file = reportFile(report);
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true } });
  document.write(file);
  return { report, file, document, text: document.body.textContent.replaceAll(/\s+/g, ' ') };
}

it.each(['en', 'ko'] as const)('hostile names stay text, and nothing is loaded: %s', (language) => {
  const { document, text, file } = opened(HOSTILE_DATA, language);
  expect(document.querySelectorAll(LOADING).length).toBe(0);
  expect(file).not.toMatch(/\sstyle=|\son\w+="/);
  const handlers = Array.from(document.querySelectorAll('*')).flatMap((element) =>
    Array.from(element.attributes, ({ name }) => name).filter((name) => name.startsWith('on') || name === 'style'),
  );
  expect(handlers).toEqual([]);
  // Our own style only, which no name has closed.
  expect(document.querySelectorAll('style').length).toBe(1);
  expect(document.querySelector('h1')!.textContent.trim()).toBe(SHOWN);
  expect(document.title).toContain(SHOWN);
  for (const place of ['.example h3', '.example li.hit span', '.verdict', 'figure [role="img"] svg', 'blockquote'])
    expect(document.querySelector(place)!.textContent, place).toContain(place.includes('svg') ? '</style>' : SHOWN);
  // A name is not a template either; folders and examples of findings stay private.
  expect(text).toContain('{{t}}');
  expect(text).not.toMatch(/private|p-secret/);
});

it.each(['en', 'ko'] as const)('every text is a text, not a key: %s', (language) => {
  const { text } = opened(HOSTILE_DATA, language);
  expect(text).not.toMatch(/\b(report|runs|charts|common|data|exporting|labels)\.[a-z]\w*\b(?!\.csv)/);
});

it.each(['en', 'ko'] as const)('tells lists that could not take a rule from a check that passed: %s', (language) => {
  const t = textsIn(language);
  const rules = { names: ['Pin'], waiting: [], revision: 1, isFirst: false, gone: [] };
  const textOf = (unmet: { name: string; lists: number; why: [] }[]): string =>
    opened(
      dataOf({
        exported: {
          format: 'submission',
          path: '/lists.csv',
          profiles: 1,
          sha256: 'ab12',
          exportedAt: '2026-11-02T09:00:00Z',
          checks: [{ check: 'rules kept', passed: true, detail: 'About rules.' }],
          rules: { ...rules, unmet },
          file: 'same',
        },
      }),
      language,
    ).text;
  const when = /(?<=[(（]).*(?=[)）])/;
  const ends = (id: 'passed' | 'warned'): string =>
    t(`report.exported.${id}`, { when: '', format: '' }).split(when).at(-1)!;
  expect(textOf([])).toContain(`✓ ${t('exporting.passed')}`);
  expect(textOf([])).toContain(ends('passed'));
  expect(textOf([{ name: 'Pin', lists: 11, why: [] }])).toContain(`! ${t('exporting.warned')}`);
  expect(textOf([{ name: 'Pin', lists: 11, why: [] }])).toContain(ends('warned'));
  expect(textOf([{ name: 'Pin', lists: 11, why: [] }])).not.toContain(ends('passed'));
});

it.each(['en', 'ko'] as const)('begins with the model before where that was surely better: %s', (language) => {
  const compared = { ...exported.compared!, verdict: 'worse' as const };
  const data = dataOf({ refreshed: { compared, before: 'Spring' } });
  const { document } = opened(data, language);
  const sentence = newModelText(compared, 'Spring', reportWording(data, language))!;
  expect(sentence).toContain('Spring');
  expect(document.querySelector('.verdict .sentence')!.textContent).toBe(sentence);
});

it('names the file of a finding once', () => {
  const said = [{ id: 'finding.no-rows' as const, values: { file: 'empty.csv' } }];
  const message = 'empty.csv has a header and no rows.';
  const data = dataOf({
    dataset: {
      ...dataset(),
      findings: [{ severity: 'warning', code: 'no-rows', file: 'empty.csv', rows: 0, message, said, examples: [] }],
    },
  });
  expect(opened(data).text.split('empty.csv')).toHaveLength(2);
});

it('names data with what was added to it, in its facts as in its section', () => {
  const added = [{ folder: '/private/2026-04', at: '2026-05-01T05:00:00.000Z' }];
  const { text } = opened(dataOf({ dataset: { ...dataset(), name: '2026-03', added } }));
  expect(text.split('2026-03 + 2026-04')).toHaveLength(3);
});

it('names the profiles that it shows, in the time zone and the language of the reader', () => {
  const { report, text } = opened(HOSTILE_DATA, 'ko');
  expect(report.profiles).toEqual([HOSTILE, 'mover']);
  expect(text).toContain(`이 문서에 나오는 아이: ${SHOWN}, mover`);
  // Eight in the evening of UTC is the next day in Seoul.
  expect(text).toContain('2026. 3. 2.');
  expect(text).toContain('3.0배 잘 맞힙니다(95%: 2.0~4.0배)');
});

it('without examples it says so, and shows no profile', () => {
  const { report, text } = opened({ ...HOSTILE_DATA, examples: null });
  const t = textsIn('en');
  expect(report.profiles).toEqual([]);
  expect(text).toContain(t('report.showsNone'));
  expect(text).toContain(t('report.examplesLeftOut'));
});

it.each(TRIED_LANGUAGES)('tells what changed since the run before, as the screen does: %s', (language) => {
  const { document, text } = opened(HOSTILE_DATA, language);
  const t = textsIn(language);
  const verdict = document.querySelector('.verdict')!.textContent;
  for (const sentence of [
    t('changes.summary', { changed: '7', profiles: '20' }),
    t('changes.places', { came: '5', went: '6' }),
  ]) {
    expect(text.split(sentence)).toHaveLength(3);
    // Those who decide read it first.
    expect(verdict).toContain(sentence);
  }
  for (const count of ['reordered', 'fresh', 'gone'] as const)
    expect(text).toContain(t(`changes.${count}`, { count: HOSTILE_DATA.changes![count] }));
  const rows = Object.fromEntries(
    Array.from(document.querySelectorAll('table.changes'), (table) => [
      table.querySelector('caption')!.textContent.trim(),
      Array.from(table.querySelectorAll('tbody td'), (cell) => cell.textContent),
    ]),
  );
  const because = (item: string, why: string): string => `${why}: ${item}`;
  const [fresh, watched] = [t('changes.reason.catalogue'), t('changes.reason.watched')];
  expect(rows).toEqual({
    [t('changes.reasons')]: ['5', '6'],
    [t('changes.segments')]: ['2', '1', '2'],
    [t('changes.groups')]: ['10', '9', '5', '6'],
    [t('changes.titles')]: [fresh, '3', '8', '5', '0'],
    [t('changes.lists')]: ['24', because(SHOWN, fresh), because('8', watched)],
  });
  // Without examples it says nothing of a single profile.
  expect(opened({ ...HOSTILE_DATA, examples: null }, language).text).not.toContain('mover');
});

it('lists every rejected row by file and reason', () => {
  const { document } = opened(dataOf());
  const rejected = dataset().files.flatMap(({ file, reasons }) =>
    reasons.rejected.map(({ rows }) => [file, String(rows)]),
  );
  expect(rejected.length).toBeGreaterThan(0);
  const table = Array.from(document.querySelectorAll('table')).find(
    (one) => one.querySelector('caption')?.textContent.trim() === textsIn('en')('report.reasonsTitle'),
  )!;
  const rows = Array.from(table.querySelectorAll('tbody tr'), (row) => [
    row.firstElementChild!.textContent,
    row.lastElementChild!.textContent,
  ]);
  expect(rows).toEqual(rejected);
});

it('a run without its data set still has a page to sign', () => {
  const { text, document } = opened(dataOf({ dataset: null }));
  const t = textsIn('en');
  expect(text).toContain(t('report.dataGone'));
  expect(text).not.toContain('shelfwise train');
  expect(text).toContain(`shelfwise verify ${autoencoderRun().runId}`);
  expect(document.querySelector('.approval')!.textContent).toContain(t('report.signature'));
  expect(text).toContain(`Their SHA-256 is ${autoencoderRun().listsSha256}`);
});

it.each([
  ['a preset that was changed', { ...autoencoderRun() }, /preset “.+” with \d+ settings? changed/],
  ['a model without presets', { ...popularityRun() }, /Popularity with (its default settings|\d+ settings? changed)/],
])('shows how %s differs', (_, run, expected) => {
  expect(opened(dataOf({ run })).text).toMatch(expected);
});

it('shows who approved in the program, and who withdrew that, as it was typed', () => {
  const said = {
    by: HOSTILE,
    reason: 'looked at all',
    at: '2026-11-02T09:00:00Z',
    listsSha256: null,
    rulesSha256: null,
    ...SAID_NOTHING_OF,
    found: [],
  };
  const withdrawn = { ...said, kind: 'withdrawn' as const, reason: HOSTILE };
  const { text } = opened(
    dataOf({ approvals: { current: null, all: [withdrawn, { ...said, kind: 'approved' }] } }),
    'ko',
  );
  expect(text).toMatch(/승인 취소.*Shelfwise에서 승인.*looked at all/);
  expect(text).toContain(SHOWN);
});

it('says of each approval what it is of, and which rules count now', () => {
  const said = {
    kind: 'approved' as const,
    by: 'Kim',
    reason: 'r',
    at: '2026-11-02T09:00:00Z',
    listsSha256: null,
    found: [],
  };
  const rules = { revision: 2, names: ['Dinosaurs first', HOSTILE] };
  const [rulesSha256, deliveredSha256] = ['a'.repeat(64), 'd'.repeat(64)];
  const tuning = { tuningSha256: 'b'.repeat(64), name: 'louder', segment: 'girls' };
  const of = { ...said, rulesSha256, rulesDate: '2026-12-01', rules, tuning, deliveredSha256 };
  const { text } = opened(
    dataOf({
      run: { ...autoencoderRun(), listsSha256: 'c'.repeat(64) },
      approvals: { current: of, all: [of] },
      delivered: {
        rules: { ...rules, set: { formatVersion: 1, rules: [] }, date: '2026-12-05', rulesSha256 },
        deliveredSha256,
      },
    }),
  );
  expect(text).toContain(
    `Of the lists under the rules as of Dec 1, 2026 (${'a'.repeat(12)}…): Dinosaurs first, ${SHOWN}.`,
  );
  expect(text).toContain('tuned: louder, girls');
  expect(text).toContain(`Their SHA-256 is ${deliveredSha256}`);
  expect(text).toContain(`as of Dec 5, 2026 (${'a'.repeat(12)}…)`);
});

it('names a trial by what it tries, as the window does', () => {
  const data = dataOf({ run: { ...autoencoderRun(), name: 'optimiser.rate=0.001' } });
  expect(opened(data).document.querySelector('h1')?.textContent).toBe('Learning rate 0.001');
  expect(opened(data, 'ko').report.title).toContain('학습률 0.001');
});

it.each(TRIED_LANGUAGES)('tells what a cluster and a bundle say as what they say (%s)', (language) => {
  const t = textsIn(language);
  const recorded = { weightsSha256: 'a', listsSha256: 'b', metrics: null };
  const verifiedElsewhere: ReportData['verifiedElsewhere'] = {
    runId: 'r1',
    verifiedAt: '2026-11-02T09:00:00Z',
    origin: { cluster: 'lab', statedAt: '9999-01-01T00:00:00.000Z' },
    verdict: 'identical-bits',
    cause: 'Same.',
    firstDifferentEpoch: null,
    metricDifference: 0,
    recorded,
    repeated: recorded,
    seconds: 1,
  };
  const approved = {
    kind: 'approved' as const,
    by: 'Kim',
    reason: 'good',
    at: '2026-11-01T09:00:00Z',
    listsSha256: 'b'.repeat(64),
    rulesSha256: null,
    ...SAID_NOTHING_OF,
    found: [],
    brought: { file: 'from-kim.shelfwise', openedAt: '2026-11-02T08:00:00Z' },
  };
  const { text } = opened(dataOf({ verifiedElsewhere, approvals: { current: approved, all: [approved] } }), language);
  // Not verified here, whatever the cluster says; its own date is nowhere.
  expect(text).toContain(t('report.notVerified'));
  expect(text).toContain('lab');
  expect(text).not.toContain('9999');
  expect(text).toContain(t('report.saidElsewhere.approved', { file: 'from-kim.shelfwise' }));
  expect(text).not.toContain(t('report.said.approved'));
});

it.each(['en', 'ko'] as const)(
  'says beside a figure that a verification did not compare it, or found another: %s',
  (language) => {
    const t = textsIn(language);
    const verifiedAt = '2026-11-04T09:00:00Z';
    const outcome = { weightsSha256: 'aa', listsSha256: 'bb', metrics: null };
    const textOf = (figures: NonNullable<ReportData['verified']>['figures']): string =>
      opened(
        dataOf({
          run: { ...autoencoderRun(), mixture: { trend: 0.2, shares: { als: 0.3 } } },
          verified: {
            runId: 'r1',
            verifiedAt,
            verdict: 'identical-bits',
            ...(figures && { figures }),
            cause: '',
            firstDifferentEpoch: null,
            metricDifference: 0,
            recorded: outcome,
            repeated: outcome,
            seconds: 1,
          },
        }),
        language,
      ).text;
    const noteOf = (id: 'comparedByEarlier' | 'cameOutOtherwise' | 'notCompared'): RegExp =>
      new RegExp(t(`report.${id}`, { when: '~' }).replaceAll(/[().]/g, '\\$&').replace('~', '.{8,40}?'), 'g');
    const countOf = (text: string) =>
      (['comparedByEarlier', 'cameOutOtherwise', 'notCompared'] as const).map(
        (id) => text.match(noteOf(id))?.length ?? 0,
      );
    const earlier = textOf(undefined);
    expect(countOf(earlier)).toEqual([3, 0, 0]);
    expect(earlier).toContain(t('report.neverCompared'));
    expect(countOf(textOf({ differ: [], notCompared: [] }))).toEqual([0, 0, 0]);
    expect(countOf(textOf({ differ: ['groups'], notCompared: ['mixture'] }))).toEqual([0, 1, 1]);
    expect(opened(dataOf(), language).text).not.toContain(t('report.neverCompared'));
  },
);

it.each(TRIED_LANGUAGES)('has the head of the audit log as text and as a code, if there is one: %s', (language) => {
  const t = textsIn(language);
  const { document } = opened(dataOf({ head: SIGNED_HEAD }), language);
  expect(document.querySelector('.kept pre')!.textContent).toBe(SIGNED_HEAD.text);
  expect(document.querySelector('.kept svg')!.getAttribute('aria-label')).toBe(t('report.headCode'));
  const without = opened(dataOf({ head: null }), language);
  expect(without.text).not.toContain(t('audit.head'));
});
