import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isKnown, type Said, saidSchema, say, textOf } from './sentence';
import { SENTENCES } from '../../features/words/sentences';

const names = (template: string): string[] =>
  [...new Set([...template.matchAll(/\{([^}|]+)[^}]*\}/g)].map((match) => match[1]!))].sort();

describe('every sentence of the engine', () => {
  it.each(Object.entries(SENTENCES))('%s has the same values in both languages', (_id, { en, ko }) => {
    expect(names(ko)).toEqual(names(en));
  });

  it.each(Object.entries(SENTENCES))('%s is Korean in Korean, and ends as a sentence does', (_id, { en, ko }) => {
    expect(ko).toMatch(/[가-힣]/);
    expect(en).not.toMatch(/[가-힣]/);
  });

  it.each(Object.entries(SENTENCES))(
    '%s names each value once: within each other, twice would double at each level',
    (_id, { en, ko }) => {
      for (const template of [en, ko]) {
        const named = [...template.matchAll(/\{([^}|]+)\}/g)].map((match) => match[1]!);
        expect(named).toEqual([...new Set(named)]);
      }
    },
  );

  it.each(Object.entries(SENTENCES))('%s chooses between one and many by a number only', (_id, { en, ko }) => {
    for (const [choice] of `${en}${ko}`.matchAll(/\{[^}]*\|[^}]*\}/g)) expect(choice.split('|')).toHaveLength(3);
  });
});

const FILES = import.meta.glob<Record<string, object>>(['./sentences/*.ts', '../../features/*/words/sentences.ts'], {
  eager: true,
});

describe('the table', () => {
  it('has the sentences of a subject, the first word of their ids, in one file', () => {
    const files = new Map<string, Set<string>>();
    for (const [file, tables] of Object.entries(FILES))
      for (const id of Object.values(tables).flatMap((table) => Object.keys(table))) {
        const subject = id.split('.')[0]!;
        files.set(subject, (files.get(subject) ?? new Set()).add(file));
      }
    expect(files.size).toBeGreaterThan(20);
    expect([...files].filter(([, found]) => found.size > 1).map(([subject]) => subject)).toEqual([]);
  });

  it('has no sentence that nobody says', () => {
    const sources = path.join(import.meta.dirname, '..', '..');
    const code = fs
      .readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|sentences/.test(file))
      .map((file) => fs.readFileSync(path.join(sources, file), 'utf8'))
      .join('\n');
    // 'run.unknown', and `status.${status}` for all that begin with it.
    const beginnings = [...code.matchAll(/`([a-z]+[.-])\$\{/g), ...code.matchAll(/`([a-z]+\.[a-z-]+)\$\{/g)];
    const isSaid = (id: string): boolean =>
      code.includes(`'${id}'`) || beginnings.some(([, beginning]) => id.startsWith(beginning!));
    expect(Object.keys(SENTENCES).filter((id) => !isSaid(id))).toEqual([]);
  });
});

describe('a sentence', () => {
  it('speaks of one thing and of many', () => {
    const of = (ids: number, rows: number): string =>
      textOf([say('finding.unknown-item', { ids, rows, file: 'm.csv' })]);
    expect(of(1, 1)).toBe('1 ID with 1 event has no metadata in m.csv; it is shown by its ID.');
    expect(of(2, 1234)).toBe('2 IDs with 1,234 events have no metadata in m.csv; they are shown by their IDs.');
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
