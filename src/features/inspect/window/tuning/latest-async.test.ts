import { expect, test } from 'vitest';
import { createLatest } from './latest-async';

function stage() {
  const asked: { question: number; answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  const told: string[] = [];
  const frames: (() => void)[] = [];
  const latest = createLatest<number, string>({
    call: (question) => new Promise((answer, fail) => asked.push({ question, answer, fail })),
    onAnswer: (answer, question, newest) => told.push(`${question}: ${answer}${newest ? '' : ' (old)'}`),
    onError: (error, question) => told.push(`${question}: ${(error as Error).message}`),
    schedule: (act) => {
      frames.push(act);
      return () => frames.splice(frames.indexOf(act), 1);
    },
  });
  const frame = (): void => frames.splice(0).forEach((act) => act());
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  return { latest, asked, told, frame, settle };
}

test('of the questions within a frame only the last is sent', () => {
  const { latest, asked, frame } = stage();
  latest.ask(1);
  latest.ask(2);
  expect(asked).toHaveLength(0);
  frame();
  expect(asked.map(({ question }) => question)).toEqual([2]);
});

test('while a question is under way the last later one waits and is sent next', async () => {
  const { latest, asked, told, frame, settle } = stage();
  latest.ask(1);
  frame();
  latest.ask(2);
  latest.ask(3);
  frame();
  expect(asked).toHaveLength(1);
  asked[0]!.answer('a');
  await settle();
  expect(asked.map(({ question }) => question)).toEqual([1, 3]);
  asked[1]!.answer('b');
  await settle();
  expect(told).toEqual(['1: a (old)', '3: b']);
});

test('an error of an outdated question is not reported', async () => {
  const { latest, asked, told, frame, settle } = stage();
  latest.ask(1);
  frame();
  latest.ask(2);
  asked[0]!.fail(new Error('too late'));
  await settle();
  asked[1]!.fail(new Error('no'));
  await settle();
  expect(told).toEqual(['2: no']);
});

test('reports nothing after the end', async () => {
  const { latest, asked, told, frame, settle } = stage();
  latest.ask(1);
  frame();
  latest.close();
  asked[0]!.answer('a');
  await settle();
  expect(told).toEqual([]);
});
