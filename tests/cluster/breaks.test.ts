/** Work on a cluster where something is between it and this computer, or what it made is not to be had: nothing is lost that is at work there. */
import { expect, test } from 'vitest';
import { ClusterWork } from '../support/cluster-work';
import { printed } from '../support/ray-stand-in';

const at = new ClusterWork();
const { made, work, openPlans, answersAtOnce, does } = at;

const HTML = 'text/html; charset=utf-8';

test.each([
  ['429', { status: 429, body: 'Too Many Requests' }],
  ['502', { status: 502, body: '<html>Bad Gateway</html>', type: HTML }],
  ['503', { status: 503, body: 'Service Unavailable' }],
  ['504', { status: 504, body: 'Gateway Time-out' }],
  ['a 404 of its own', { status: 404, body: '404 page not found' }],
])('a proxy in front of a cluster that answers %s is waited for, and the job is the same', async (_, answer) => {
  let asked = 0;
  at.ray.onSubmit = (job, packed) => {
    at.ray.instead = (path) => {
      if (!path.startsWith('/api/jobs/')) return null;
      asked += 1;
      if (asked === 2) void does(job, packed).then(() => (at.ray.instead = () => null));
      return answer;
    };
  };
  const phases = new Set<string>();
  expect(await work(at.unitOf(5), ({ phase }) => phases.add(phase))).toEqual(made.get(5)!.answer);
  expect([phases.has('away'), asked >= 2, at.ray.jobs.size, await openPlans()]).toEqual([true, true, 1, 0]);
});

test('a proxy without a cluster behind it is not waited for before anything was sent', async () => {
  answersAtOnce();
  at.ray.instead = () => ({ status: 502, body: 'Bad Gateway' });
  await expect(work(at.unitOf(5))).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('does not answer: something in front of it answers 502'),
  });
  expect([at.ray.packages.size, await openPlans()]).toEqual([0, 0]);
});

test('what units tell is passed on once, however often the cluster is looked at', async () => {
  let looks = 0;
  at.ray.onSubmit = (job, packed) => {
    job.log = printed({ event: 'begun', unit: 'u1', node: 'a' });
    at.ray.instead = (path) => {
      if (!path.endsWith('/logs')) return null;
      looks += 1;
      if (looks === 2) job.log += printed({ event: 'progress', unit: 'u1', text: 'epoch 1', fraction: 0.5 });
      if (looks === 4) void does(job, packed, { before: job.log });
      return null;
    };
  };
  const told: string[] = [];
  await work(at.unitOf(5), ({ phase, detail }) => phase === 'unit' && told.push(detail));
  expect(looks).toBeGreaterThan(4);
  expect(told).toEqual(['a', 'epoch 1']);
});
