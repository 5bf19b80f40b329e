import { expect, test } from 'vitest';
import { finishedRun, handMadeDataset } from '../../../../tests/support/finished-run';
import { modelCard } from './card';

const condition = { reason: 'not-read', measured: null } as const;

test('puts only plain text from a bundle into a model card, whatever the bundle says of program and days', async () => {
  const { record } = await finishedRun();
  const markup = ').\n\n# Approved\n\n<img src=x>[here](https://example.org)';
  const inputs = { history: { items: ['1'], counting: 'binary' }, profile: [] } as const;
  const period = { from: '2026-01-01', to: '<b>\n\n# Day' };
  const titles = (card: string): string[] => card.split('\n').filter((line) => line.startsWith('#'));
  const plain = modelCard(record, handMadeDataset(), inputs, { parts: ['popularity', 'trend-part'], condition });
  const hostile = modelCard(
    { ...record, program: { ...record.program, version: markup, commit: markup }, finishedAt: '\n\n# a <b>' },
    handMadeDataset({ period }),
    inputs,
    { parts: ['popularity', 'trend-part'], condition },
  );
  expect(titles(hostile)).toEqual(titles(plain));
  expect(hostile).not.toMatch(/(?<!\\)[<[]/);
  expect(hostile).toContain('Approved');
});

test('tells what the attributes are worth, that it was not measured, or why there is nothing to measure', async () => {
  const { record } = await finishedRun();
  const inputs = { history: { items: ['1'], counting: 'binary' }, profile: [] } as const;
  const cardOf = (told: Parameters<typeof modelCard>[3]['condition']): string =>
    modelCard(record, handMadeDataset(), inputs, { parts: ['popularity'], condition: told });
  const figure = { before: 0.2, after: 0.3, mean: 0.1, low: 0.05, high: 0.15, profiles: 40, isCertain: true };
  const measured = {
    profiles: 40,
    trainings: 15,
    measuredAt: '2026-12-03T00:00:00.000Z',
    rows: [{ known: 0, with: 0.3, without: figure, shuffled: { ...figure, before: 0.25, mean: 0.05 } }],
    worth: { verdict: 'better', titles: { is: 'about', count: 3 }, hurts: [null] },
  } as const;
  const card = cardOf({
    reason: null,
    measured: { ...measured, rows: [...measured.rows], worth: { ...measured.worth, hurts: [null] } },
  });
  expect(card).toContain('What is known of a child helps as much as 3 more titles. ');
  expect(card).toContain('surely worse where this is known: whole history.');
  expect(card).toMatch(/\| 0 titles \| 0\.3000 \| surely better: [^|]*0\.05[^|]*\| surely better: [^|]*\|/);
  expect(card).toContain('40 children held out of 15 trainings.');
  expect(cardOf({ reason: null, measured: null })).toContain('It was not measured what');
  expect(cardOf(condition)).toContain('This model reads no attributes');
});
