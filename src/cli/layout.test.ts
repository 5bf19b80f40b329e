import { describe, expect, it } from 'vitest';
import { besideEachOther, blocks, formatFacts, formatTable, wrap } from './layout';
import { makeTerminal } from './terminal';
import { displayWidth } from './width';

const wide = makeTerminal(80, false);

describe('a table', () => {
  const columns = [
    { title: 'title', shrinkTo: 5 },
    { title: 'rows', align: 'right' as const },
  ];

  it('lines up Korean and Latin text', () => {
    const table = formatTable(wide, columns, [
      ['뽀로로', '7'],
      ['Pororo 3', '1,234'],
    ]);
    expect(table).toBe(['title      rows', '뽀로로        7', 'Pororo 3  1,234'].join('\n'));
  });

  it('shrinks flexible columns to fit the terminal', () => {
    const table = formatTable(makeTerminal(16, false), columns, [['a very long title indeed', '1,234']]);
    expect(table).toContain('a very l…  1,234');
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(16);
  });

  it('shows a cell with line breaks on one line', () => {
    expect(formatTable(wide, columns, [['a\nb', '1']]).split('\n')).toHaveLength(2);
  });
});

it('facts without a value are left out', () => {
  expect(
    formatFacts(wide, [
      ['name', 'first'],
      ['parent', null],
      ['note', ''],
    ]),
  ).toBe('name  first');
});

describe('two blocks of lines', () => {
  const left = (width: number): string[] => [`left ${width}`, '뽀로로'];
  const right = (width: number): string[] => [`right ${width}`, 'a', 'b'];

  it('stand side by side if there is room', () => {
    expect(besideEachOther(makeTerminal(43, false), left, right, 20).split('\n')).toEqual([
      'left 20              │ right 20',
      '뽀로로               │ a',
      '                     │ b',
    ]);
  });

  it('stack on a narrow terminal', () => {
    expect(besideEachOther(makeTerminal(30, false), left, right, 20).split('\n')[0]).toBe('left 30');
  });
});

it('text breaks at spaces and keeps its words', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('indivisible', 4)).toEqual(['indivisible']);
});

it('empty blocks leave no gap', () => {
  expect(blocks('a', null, '', 'b')).toBe('a\n\nb');
});

describe('colours', () => {
  it('only apply on terminals that show them', () => {
    expect(makeTerminal(80, false).style('red', 'x')).toBe('x');
    expect(makeTerminal(80, true).style('red', 'x')).toBe('\u001B[31mx\u001B[39m');
  });
});
