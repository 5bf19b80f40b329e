// @vitest-environment happy-dom
/**
 * CONTRIBUTING.md is complete: applied to a copy of the tree, the new thing is in contract, help and form.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { triedOf } from '../support/tried';
import { apply, CHECKS, copyOfTree, type Edit, editsOf, repair } from './walkthrough';

const KNOB = editsOf('A knob of the recipe');
const TWIN = editsOf('A knob that both trainers need');
const MODEL = editsOf('A model');
const FORMAT = editsOf('An export format');
const CHECK = editsOf('A check of lists');
const FIGURE = editsOf('A figure of titles');
const CONDITION = editsOf('A part of a condition');
const OF_CHILDREN = editsOf('A condition on children by numbers');
const COMMAND = editsOf('A command of the command line');
const COLUMN = editsOf('A column of the data');
const SENTENCE = editsOf('A sentence of the engine');
const SCREEN = editsOf('A screen with a call');
const ALL = [KNOB, TWIN, MODEL, FORMAT, CHECK, FIGURE, CONDITION, OF_CHILDREN, COMMAND, COLUMN, SENTENCE, SCREEN];

let copy: string;
beforeAll(() => {
  copy = copyOfTree();
  for (const edits of ALL) apply(copy, edits);
});
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

/** A module of the copy, with the types of ours. */
const load = <Module,>(file: string): Promise<Module> =>
  import(/* @vite-ignore */ pathToFileURL(path.join(copy, file)).href) as Promise<Module>;

const filesOf = (edits: readonly Edit[]): number => new Set(edits.map(({ file }) => file)).size;

it('touches as many files as it says', () => {
  // In the order of ALL: a knob takes one; a screen with its call four in a folder of its own, and a line in each of five joints.
  expect(ALL.map(filesOf)).toEqual([1, 3, 3, 3, 3, 2, 6, 4, 1, 1, 2, 9]);
});

describe('afterwards npm run check is green', () => {
  const files = [...new Set(ALL.flat().map(({ file }) => file))];
  beforeAll(() => expect(repair(copy, files)).toBe(''));

  it.each(Object.entries(CHECKS))('%s', { timeout: 1_800_000 }, (_, look) => expect(look(copy, files)).toBe(''));
});

describe('the new knob', () => {
  it('is in the recipe and its schema', async () => {
    const { DEFAULT_RECIPE, recipeSchema } =
      await load<typeof import('../../src/shared/recipe/schema')>('src/shared/recipe/schema.ts');
    expect(DEFAULT_RECIPE).toMatchObject({ 'data.weekend': 1 });
    expect(recipeSchema.safeParse({ ...DEFAULT_RECIPE, 'data.weekend': 11 }).success).toBe(false);
  });

  it('is a field of the form, in both languages', async () => {
    const { KnobGroups } = await load<typeof import('../../src/features/train/window/KnobGroups')>(
      'src/features/train/window/KnobGroups.tsx',
    );
    const { renderInWindow } = await load<typeof import('../support/window/render-in-window')>(
      'tests/support/window/render-in-window.tsx',
    );
    for (const [language, label, everything] of triedOf<['en' | 'ko', string, string]>(
      [['ko', '주말 가중치', '모두 펼치기']],
      [['en', 'Weight of weekends', 'Open all groups']],
    )) {
      const { user } = renderInWindow(<KnobGroups />, { language });
      await user.click(screen.getByRole('button', { name: everything }));
      expect(await screen.findByLabelText(label)).toBeTruthy();
      document.body.replaceChildren();
    }
  });
});

it('leaves the ID of what was trained without the knobs, and not that of what is trained with one', async () => {
  const { DEFAULT_RECIPE } = await load<typeof import('../../src/shared/recipe/schema')>('src/shared/recipe/schema.ts');
  const { runIdOfUnit } = await load<typeof import('../../src/engine/runs/record')>('src/engine/runs/record.ts');
  const idWith = (knobs: object): string => runIdOfUnit('f'.repeat(64), { ...DEFAULT_RECIPE, ...knobs }, 7);
  // As src/engine/runs/store.test.ts has it.
  expect(idWith({ 'data.weekend': 1, 'optimiser.warmUp': 0 })).toBe('rm2ra36y54');
  expect(idWith({ 'optimiser.warmUp': 100 })).not.toBe('rm2ra36y54');
});

describe('the new model', () => {
  it('is in the contract, the presets, the leaderboard and the estimate', async () => {
    const { runSchema } = await load<typeof import('../../src/shared/contract/run-life')>(
      'src/shared/contract/run-life.ts',
    );
    expect(runSchema.shape.model.safeParse('alike').success).toBe(true);
    const presets = await load<typeof import('../../src/shared/recipe/presets')>('src/shared/recipe/presets.ts');
    expect(presets.LEADERBOARD_MODELS).toContain('alike');
    const recipe = presets.presetRecipe('alike');
    expect(recipe.model).toBe('alike');
    const { costOf } = await load<typeof import('../../src/engine/model/costs')>('src/engine/model/costs.ts');
    expect(costOf({ profiles: 10, items: 10, interactions: 10 }, recipe).fit.alone).toBeGreaterThan(0);
  });

  it('can be chosen in the form, by its name', async () => {
    const { PresetPicker } = await load<typeof import('../../src/features/train/window/PresetPicker')>(
      'src/features/train/window/PresetPicker.tsx',
    );
    const { renderInWindow } = await load<typeof import('../support/window/render-in-window')>(
      'tests/support/window/render-in-window.tsx',
    );
    renderInWindow(<PresetPicker />);
    fireEvent.click(screen.getByRole('button', { name: /^Other models/ }));
    expect(screen.getByRole('radio', { name: /^All alike/ })).toBeTruthy();
    document.body.replaceChildren();
  });
});

describe('the new export format', () => {
  it('is in the contract and in the help of export', async () => {
    const { exportRecordSchema } =
      await load<typeof import('../../src/shared/contract/run')>('src/shared/contract/run.ts');
    expect(exportRecordSchema.shape.format.safeParse('lines').success).toBe(true);
    const { default: exportCommand } = await load<typeof import('../../src/features/export/commands/export')>(
      'src/features/export/commands/export.ts',
    );
    expect(exportCommand.inputs.format).toMatchObject({ choices: expect.arrayContaining(['lines']) as string[] });
  });

  it('writes its file', async () => {
    const { FORMAT_WRITERS } = await load<typeof import('../../src/features/export/engine/formats')>(
      'src/features/export/engine/formats.ts',
    );
    const lists = { profiles: ['7'], items: ['x', 'y'], list: () => Int32Array.of(1, 0) };
    const write = FORMAT_WRITERS as unknown as Record<
      'lines',
      (of: typeof lists) => ReturnType<typeof FORMAT_WRITERS.csv>
    >;
    const file = path.join(copy, 'lines.txt');
    await (await write.lines(lists)).fill(file);
    expect(fs.readFileSync(file, 'utf8')).toBe('7 y x\n');
  });
});

describe('the new check', () => {
  it('is among the settings, and has a name, a help and a limit in the window', async () => {
    const { CHECK_IDS, CHECK_LIMITS } = await load<typeof import('../../src/features/review/contract/check-table')>(
      'src/features/review/contract/check-table.ts',
    );
    expect(CHECK_IDS).toContain('short');
    expect(CHECK_LIMITS).toMatchObject({ short: { name: { ko: '목록에 필요한 작품 수' } } });
  });

  it('finds lists that are too short', async () => {
    const { tooShort } = await load<{
      tooShort: (lists: object, least: number) => unknown;
    }>('src/features/review/engine/checks/short.ts');
    const lists = { profiles: { ids: ['7', '8'] }, lists: { count: 2, items: Int32Array.of(1, 0, 1, -1) } };
    expect(tooShort(lists, 2)).toEqual([{ profile: 1, count: 1 }]);
  });
});

describe('the new command', () => {
  it('is parsed, and in the page of commands', async () => {
    const { parseCommandLine } = await load<typeof import('../../src/cli/program')>('src/cli/program.ts');
    expect(parseCommandLine(['count', '--finished'])).toMatchObject({ kind: 'run', values: { finished: true } });
    const { commandsAsMarkdown } = await load<typeof import('../../src/cli/help')>('src/cli/help.ts');
    expect(commandsAsMarkdown()).toContain('`count [--finished]`');
  });

  it("prints its call's answer", async () => {
    const { default: countCommand } = await load<Record<'default', import('../../src/cli/command').Command>>(
      'src/features/runs/commands/count.ts',
    );
    const list = async (): Promise<object[]> => [{ status: 'finished' }, { status: 'crashed' }];
    const context = { client: async () => ({ runs: { list } }) } as never;
    expect((await countCommand.run(context, { finished: true } as never)).json).toEqual({ runs: 1 });
  });
});

it('the new part of a condition is said, and asks of titles', async () => {
  const { titleWords } = await load<typeof import('../../src/shared/words/rule-sentence')>(
    'src/shared/words/rule-sentence.ts',
  );
  const { titlesOf } = await load<typeof import('../../src/engine/rules/conditions')>('src/engine/rules/conditions.ts');
  const condition = { beginning: 'otter' } as object;
  expect(titleWords(condition)).toMatchObject([{ id: 'condition.beginning', values: { text: 'otter' } }]);
  const items = { ids: ['1', '2', '3'], titles: ['Otter Bay', 'Big otter', null], attributes: [] };
  expect(titlesOf(items, condition)).toEqual([0]);
});

describe('the new condition on children by numbers', () => {
  it('is said, asks of children, and makes a set of rules that 1.0 refuses', async () => {
    const { profileWords } = await load<typeof import('../../src/shared/words/rule-sentence')>(
      'src/shared/words/rule-sentence.ts',
    );
    const { profilesOf } = await load<typeof import('../../src/engine/rules/conditions')>(
      'src/engine/rules/conditions.ts',
    );
    const { ruleSetSchema } =
      await load<typeof import('../../src/shared/contract/rules')>('src/shared/contract/rules.ts');
    const condition = { numbers: { age: { from: 3, to: 5.5 } } } as object;
    expect(profileWords(condition)).toMatchObject([{ id: 'condition.number', values: { name: 'age' } }]);
    const age = { name: 'age', kind: 'numeric', values: Float64Array.of(2, 3, 5.5, Number.NaN) } as const;
    const profiles = { ids: ['1', '2', '3', '4'], attributes: [age] };
    expect(profilesOf({ profiles, watched: [] }, condition)).toEqual([1, 2]);
    const rules = [{ id: 'a', name: 'A', kind: 'hide', titles: { ids: ['7'] }, profiles: condition }];
    const takes = (formatVersion: number): boolean => ruleSetSchema.safeParse({ formatVersion, rules }).success;
    expect([takes(2), takes(3)]).toEqual([false, true]);
  });

  it('is a field of conditions on children', async () => {
    const { ProfileFields } = await load<typeof import('../../src/renderer/components/rules/ConditionFields')>(
      'src/renderer/components/rules/ConditionFields.tsx',
    );
    const { renderInWindow } = await load<typeof import('../support/window/render-in-window')>(
      'tests/support/window/render-in-window.tsx',
    );
    const onChange = vi.fn();
    const { user } = renderInWindow(
      <ProfileFields
        data={'f'.repeat(64)}
        attributes={[{ name: 'height', kind: 'numeric', categories: [] }]}
        value={{ numbers: { height: { from: 90 } } } as object}
        onChange={onChange}
      />,
    );
    await user.type(await screen.findByLabelText('height to'), '9');
    expect(onChange).toHaveBeenLastCalledWith({ numbers: { height: { from: 90, to: 9 } } });
    document.body.replaceChildren();
  });
});

it('the new figure of titles is in the contract and counted', async () => {
  const { titleRowSchema } = await load<typeof import('../../src/features/titles/contract/title')>(
    'src/features/titles/contract/title.ts',
  );
  expect(Object.keys(titleRowSchema.shape)).toContain('first');
  const { figuresOfTitles } = await load<typeof import('../../src/features/titles/engine/figures')>(
    'src/features/titles/engine/figures.ts',
  );
  const titles = {
    profiles: { ids: ['a', 'b', 'c'], attributes: [] },
    columnsOf: (profile: number) => Int32Array.from([[1, 0], [1], [0]][profile]!),
    rowOf: (column: number) => column,
    keep: <Value,>(_: string, make: () => Value) => make(),
  };
  const session = { items: { ids: ['1', '2', '3'] }, profiles: { ids: [] }, keep: titles.keep } as never;
  expect([...(figuresOfTitles(session, titles) as unknown as Record<'first', Float64Array>).first]).toEqual([1, 2, 0]);
});

it('the new column is an attribute of titles', async () => {
  const { contestTable } = await load<typeof import('../../src/engine/import/layouts/contest-layout')>(
    'src/engine/import/layouts/contest-layout.ts',
  );
  expect(contestTable('items', 'meta_data.csv', [])).toMatchObject({
    attributes: expect.arrayContaining([expect.objectContaining({ name: 'studio' })]) as object[],
  });
});

it('the new sentence is said in both languages', async () => {
  const { textOf } = await load<typeof import('../../src/shared/words/sentence')>('src/shared/words/sentence.ts');
  const said = [{ id: 'run.example', values: { run: 'r7' } }];
  expect(textOf(said)).toBe('The model r7 is an example.');
  expect(textOf(said, 'ko')).toBe('모델 r7은 예시입니다.');
});

describe('the new screen', () => {
  const window = () =>
    load<typeof import('../support/window/render-in-window')>('tests/support/window/render-in-window.tsx');

  it('leaves the rail and the digits as they are, and has a route', async () => {
    const { NUMBERED_SCREENS, screenRow, screensFrom } =
      await load<typeof import('../../src/features/screens')>('src/features/screens.ts');
    expect(screensFrom('palette')).toContain('overview');
    expect([...screensFrom('rail'), ...NUMBERED_SCREENS]).not.toContain('overview');
    expect(screenRow('overview' as 'runs').under).toBe('runs');
    const { ROUTES } = await load<typeof import('../../src/features/window')>('src/features/window.tsx');
    expect(ROUTES.map(({ path: pattern }) => pattern)).toContain('/overview');
  });

  it('is found by its name in the palette, in both languages', async () => {
    const { useScreenEntries } = await load<typeof import('../../src/renderer/shell/use-place-entries')>(
      'src/renderer/shell/use-place-entries.tsx',
    );
    const { renderInWindow } = await window();
    const Names = (): string =>
      useScreenEntries()
        .map((entry) => ('label' in entry ? entry.label : ''))
        .join(', ');
    for (const [language, name] of [
      ['en', 'Overview'],
      ['ko', '개요'],
    ] as const) {
      renderInWindow(<Names />, { language });
      expect(document.body.textContent.split(', ')).toContain(name);
      document.body.replaceChildren();
    }
  });

  it("shows its call's answer", async () => {
    const { OverviewScreen } = await load<{ OverviewScreen: () => ReactNode }>(
      'src/features/overview/window/OverviewScreen.tsx',
    );
    const { renderInWindow } = await window();
    renderInWindow(<OverviewScreen />, {
      answers: (engine) => {
        const { overview } = engine as unknown as Record<'overview', Record<'count', typeof engine.runs.list>>;
        return { overview: { count: overview.count.handler((() => [{ model: 'ease', runs: 4 }]) as never) } };
      },
    });
    expect((await screen.findByText('EASE')).nextElementSibling?.textContent).toBe('4');
    expect(screen.getByRole('heading', { name: 'Overview' })).toBeTruthy();
  });
});
