import { expect, test } from 'vitest';
import type { OpenRequest } from '../../shared/processes/shell-contract';
import { OpenRequests } from './waiting-requests';

const folder = (path: string): OpenRequest => ({ kind: 'folder', path });

test('requests before and while the page listens reach it in order', async () => {
  const requests = new OpenRequests();
  requests.add(folder('before'));
  const heard = requests.listen(undefined);
  expect((await heard.next()).value).toEqual(folder('before'));
  const next = heard.next();
  requests.add(folder('one'));
  requests.add(folder('two'));
  expect((await next).value).toEqual(folder('one'));
  expect((await heard.next()).value).toEqual(folder('two'));
});

test('requests during a reload wait for the new page, and reach it once', async () => {
  const requests = new OpenRequests();
  const old = requests.listen(undefined);
  const never = old.next();
  requests.endListening();
  requests.add(folder('meanwhile'));
  expect(await never).toEqual({ done: true, value: undefined });
  const heard = requests.listen(undefined);
  expect((await heard.next()).value).toEqual(folder('meanwhile'));
  const next = heard.next();
  requests.add(folder('after'));
  expect((await next).value).toEqual(folder('after'));
});

test('a listener that ends before taking a request leaves it to the next', async () => {
  const requests = new OpenRequests();
  const leave = new AbortController();
  const first = requests.listen(leave.signal);
  requests.add(folder('asked'));
  await first.next();
  leave.abort();
  await first.return();
  const second = new AbortController();
  const heard = requests.listen(second.signal);
  expect((await heard.next()).value).toEqual(folder('asked'));
  const end = heard.next();
  second.abort();
  expect(await end).toEqual({ done: true, value: undefined });
});
