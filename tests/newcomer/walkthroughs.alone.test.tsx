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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triedOf } from '../support/tried';
import { apply, copyOfTree, type Edit, editsOf, typeProblems } from './walkthrough';

const KNOB = editsOf('A knob of the recipe');
const MODEL = editsOf('A model');
const FORMAT = editsOf('An export format');
const CHECK = editsOf('A check of lists');
const COMMAND = editsOf('A command of the command line');
const COLUMN = editsOf('A column of the data');
const SENTENCE = editsOf('A sentence of the engine');
const SCREEN = editsOf('A screen with a call');
const ALL = [KNOB, MODEL, FORMAT, CHECK, COMMAND, COLUMN, SENTENCE, SCREEN];

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
  expect(ALL.map(filesOf)).toEqual([1, 3, 3, 3, 1, 1, 1, 9]);
});

it('leaves no type error in the program', { timeout: 300_000 }, () => {
  expect(typeProblems(copy)).toBe('');
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
    expect(CHECK_LIMITS).toMatchObject({ short: { name: { ko: '목록에 필요한 콘텐츠 수' } } });
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
  expect(textOf(said)).toBe('The run r7 is an example.');
  expect(textOf(said, 'ko')).toBe('추천 모델 r7은 예시입니다.');
});

describe('the new screen', () => {
  const window = () =>
    load<typeof import('../support/window/render-in-window')>('tests/support/window/render-in-window.tsx');

  it('is in the rail with its digit, and the screens after it are renumbered', async () => {
    const { Rail } = await load<typeof import('../../src/renderer/shell/Rail')>('src/renderer/shell/Rail.tsx');
    const { renderInWindow } = await window();
    for (const [language, digits] of [
      ['en', { Overview: '6', Export: '9' }],
      ['ko', { 개요: '6', 내보내기: '9' }],
    ] as const) {
      renderInWindow(<Rail />, { language });
      const keys = screen
        .getAllByRole('link')
        .map((link) => [
          link.querySelector('span')?.textContent,
          link.getAttribute('aria-keyshortcuts')?.replace('Control+', ''),
        ]);
      expect(Object.fromEntries(keys)).toMatchObject(digits);
      document.body.replaceChildren();
    }
  });

  it('has a place in the rail, a label for the desktop menu, and a route', async () => {
    const { menuLabel, screensFrom } =
      await load<typeof import('../../src/features/screens')>('src/features/screens.ts');
    expect(screensFrom('rail')).toContain('overview');
    expect(menuLabel('overview' as 'runs', 'ko')).toBe('개요(&O)');
    const { ROUTES } = await load<typeof import('../../src/features/window')>('src/features/window.tsx');
    expect(ROUTES.map(({ path: pattern }) => pattern)).toContain('/overview');
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
