/** Model or shelf: the sentence, the figures of the five steps, another value, and reasons in place of figures. */
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EmptyShelfLine } from './EmptyShelfLine';
import { ModelOrShelf } from './ModelOrShelf';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { type EmptyShelf, type ShelfSteps, STEPS } from '../contract/shelf-steps';
import { renderInWindow, type Rendered } from '../../../../tests/support/window/render-in-window';
import { TRIED_LANGUAGES } from '../../../../tests/support/tried';

const SHARES = [0.504, 0.9236, 0.9144, 0.92, 0.84];
const TOLD: ShelfSteps = {
  runId: 'r1',
  of: { attribute: 'genre', value: 'Dinosaurs' },
  attributes: ['genre', 'maker'],
  values: ['Dinosaurs', 'Sea'],
  profiles: 1,
  without: 0,
  steps: STEPS.map((step, at) => ({ step, count: Math.round(25 * SHARES[at]!), of: 25, share: SHARES[at]! })),
  most: 'unwatched',
  repeats: false,
  rules: null,
};
const SHELF: EmptyShelf = {
  whose: null,
  profiles: 40,
  left: 65,
  pace: 5,
  weeks: 9,
  week: { from: '2026-07-06', to: '2026-07-12' },
};

async function asked({
  told = () => TOLD,
  empty = () => ({ day: '2026-05-10', shelves: [SHELF], rules: null }),
  isGroup = false,
  language = 'en',
}: {
  told?: () => ShelfSteps;
  empty?: () => { day: string; shelves: EmptyShelf[]; rules: null };
  isGroup?: boolean;
  language?: 'en' | 'ko';
} = {}): Promise<Rendered & { inputs: unknown[] }> {
  const inputs: unknown[] = [];
  const rendered = renderInWindow(
    <ModelOrShelf runId="r1" who={isGroup ? { filter: { attributes: { age: ['4'] } } } : { profile: '3' }} />,
    {
      language,
      answers: ({ shelf }) => ({
        shelf: {
          steps: shelf.steps.handler(({ input }) => {
            inputs.push(input.of);
            return told();
          }),
          empty: shelf.empty.handler(empty),
        },
      }),
    },
  );
  await rendered.user.click(screen.getByRole('button', { name: rendered.t('shelfSteps.title') }));
  return { ...rendered, inputs };
}

it.each(TRIED_LANGUAGES)('says which step moved it most, and figures whose changes add up (%s)', async (language) => {
  const { t, user, inputs } = await asked({ language });
  await screen.findByText((text) => text.includes(t('shelfSteps.most.unwatched', { from: '50%', to: '92%' })));
  await user.click(screen.getByRole('button', { name: t('charts.showTable') }));
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  const cells = rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  );
  expect(cells.map(([count]) => count)).toEqual(['13', '23', '23', '23', '21']);
  const number = (text: string): number => Number(text.replace('−', '-').replace('%', ''));
  const total = cells.reduce((sum, [, , share, change]) => sum + number(change === '' ? share! : change!), 0);
  expect(total.toFixed(1)).toBe(number(cells[4]![2]!).toFixed(1));
  await user.selectOptions(screen.getByLabelText(t('shelfSteps.attribute')), 'maker');
  await expect.poll(() => inputs).toEqual([undefined, { attribute: 'maker' }]);
});

it('of a group, says when the shelf runs empty, or why that cannot be said', async () => {
  const { t, unmount } = await asked({ isGroup: true });
  const text = t('shelfSteps.emptyIn', {
    whose: t('shelfSteps.these'),
    least: 25,
    day: 'Jul 6, 2026',
    left: '65.0',
    pace: '5.0',
  });
  expect(await screen.findByText(text)).toBeDefined();
  unmount();
  const refused = await asked({
    isGroup: true,
    empty: () => {
      throw new ShelfwiseError('usage', say('shelfSteps.no-times'));
    },
  });
  expect(await screen.findByText(refused.t('shelfSteps.no-times'))).toBeDefined();
});

it('says in place of figures that nothing is left, or that they are too few', async () => {
  const nothing = await asked({ told: () => ({ ...TOLD, profiles: 0, without: 1, steps: [], most: null }) });
  await screen.findByText(nothing.t('shelfSteps.nothing'));
  nothing.unmount();
  const few = await asked({
    isGroup: true,
    told: () => {
      throw new ShelfwiseError('usage', say('shelfSteps.few', { count: 3, least: 20 }));
    },
  });
  await screen.findByText(few.t('shelfSteps.few', { count: 3, least: 20 }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('on the board, tells the first shelf that runs empty soon, and nothing of those that last', async () => {
  const shown = (shelves: EmptyShelf[]): Rendered =>
    renderInWindow(<EmptyShelfLine runId="r1" rules={undefined} />, {
      answers: ({ shelf }) => ({
        shelf: { empty: shelf.empty.handler(() => ({ day: '2026-05-10', shelves, rules: null })) },
      }),
    });
  const segment: EmptyShelf = { ...SHELF, whose: { kind: 'segment', id: 's1', name: 'Fours' }, weeks: 3 };
  const age: EmptyShelf = { ...SHELF, whose: { kind: 'age', age: 4 }, weeks: 8 };
  const { t, unmount } = shown([segment, age, { ...SHELF, weeks: 9 }]);
  const line = await screen.findByRole('status');
  expect(line.textContent).toContain('Fours: fewer than 25 unwatched titles will be left');
  expect(line.textContent).toContain(t('shelfSteps.further', { count: 1 }));
  expect(within(line).getByRole('link').getAttribute('href')).toContain('/segment/s1');
  unmount();
  shown([{ ...age, weeks: 9 }]);
  await expect.poll(() => screen.queryByRole('status')).toBeNull();
});
