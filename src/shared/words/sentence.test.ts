import { describe, expect, it } from 'vitest';
import { createFormat } from './format';
import { isKnown, type Said, saidSchema, say, sayDay, sayMoment, textOf } from './sentence';

describe('a sentence', () => {
  it('speaks of one thing and of many', () => {
    const of = (ids: number, rows: number): string =>
      textOf([say('finding.unknown-item', { ids, rows, file: 'm.csv' })]);
    expect(of(1, 1)).toBe('1 title ID with 1 event has no metadata in m.csv; it is shown by its ID.');
    expect(of(2, 1234)).toBe('2 title IDs with 1,234 events have no metadata in m.csv; they are shown by their IDs.');
  });

  it('chooses whole parts, with values of their own', () => {
    const of = (count: number): string => textOf([say('whyNot.none', { count })]);
    expect(of(1)).toBe('Nothing that was tried brings it in (1 change).');
    expect(of(1200)).toMatch(/^Nothing that was tried brings it in: 1,200 changes of the history and /);
  });

  it('keeps a value as it is, whatever it looks like', () => {
    const file = '$& {rows} |.csv';
    expect(textOf([say('finding.empty-file', { file })], 'ko')).toBe(`${file}: 빈 파일이라 사용하지 않습니다.`);
  });

  it('joins what it is given several of: sentences by blanks, words by commas', () => {
    const damage = ['a', 'b'].map((file) => say('damage.missing', { file }));
    expect(textOf([say('bundle.run-damaged', { run: 'r', damage })])).toContain('a is missing. b is missing.');
    const differences = [say('changed.node', { was: '1', now: '2' }), say('changed.threads', { was: 2, now: 4 })];
    expect(textOf([say('verify.what-changed', { differences })], 'ko')).toBe(
      '기록과 달라진 것: Node 버전 1 → 2, 스레드 수 2 → 4.',
    );
  });

  it('writes a moment as the language does, and times that are given as they are', () => {
    const time = '2026-12-01T01:15:00.000Z';
    for (const language of ['en', 'ko'] as const) {
      const moment = createFormat(language).moment(time);
      expect(textOf([say('common.trainedAt', { name: 'Weekly', moment: sayMoment(time) })], language)).toContain(
        moment,
      );
      expect(textOf([say('certificate.unknown', { run: 'r', moment: time })], language)).toContain(time);
    }
  });

  it('writes a day as the language does', () => {
    const said = [say('doctor.forgetting', { day: sayDay('2026-12-31') })];
    expect(textOf(said, 'en')).toContain('was begun on Dec 31, 2026 and');
    expect(textOf(said, 'ko')).toContain('2026년 12월 31일에 시작한');
  });

  it('of another version is known as such', () => {
    expect(isKnown([say('finding.no-profiles'), 'words of the system'])).toBe(true);
    expect(isKnown([{ id: 'finding.of-tomorrow', values: {} }])).toBe(false);
    expect(isKnown([say('finding.empty-file', { file: { id: 'of-tomorrow', values: {} } })])).toBe(false);
  });
});

describe('sentences of a stranger', () => {
  const within = (levels: number): Said => {
    let text = '"words"';
    for (let level = 0; level < levels; level++) text = `{"id":"tuning.not-on-run","values":{"knob":${text},"why":[]}}`;
    return JSON.parse(`[${text}]`) as Said;
  };
  const withValues = (count: number): unknown => [{ id: 'x', values: { many: Array.from({ length: count }, String) } }];

  it('are taken as deep in each other as ours, and no deeper', () => {
    expect(saidSchema.parse(within(6))).toEqual(within(6));
    for (const levels of [9, 22, 100_000]) {
      const { success, error } = saidSchema.safeParse(within(levels));
      expect([success, error?.issues.map(({ message }) => message)]).toEqual([
        false,
        ['holds too many sentences, or too deep in each other'],
      ]);
    }
  });

  it('are taken with as many values as anybody reads, and not more', () => {
    expect(saidSchema.safeParse(withValues(10_000)).success).toBe(true);
    expect(saidSchema.safeParse(withValues(30_000)).success).toBe(false);
    expect(saidSchema.safeParse([...Array<string>(30_000).fill('a')]).success).toBe(false);
  });

  it('are none where they are something else', () => {
    const lists = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown;
    for (const other of [undefined, null, 'words', 7, {}, [null], [{ id: 'x' }], [{ id: 'x', values: null }], lists])
      expect(saidSchema.safeParse(other).success).toBe(false);
  });
});
