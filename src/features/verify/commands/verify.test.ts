/** What the commands print of a verification, whatever engine gave it. */
import { describe, expect, it } from 'vitest';
import { makeTerminal } from '../../../cli/terminal';
import type { Context } from '../../../cli/context';
import type { Verification } from '../../../shared/contract/run';
import certificates from './certificates';
import verify, { whereText } from './verify';

const outcome = { weightsSha256: 'a'.repeat(8), listsSha256: 'b'.repeat(8), metrics: { score: 0.5 } as never };
const verification = (more: Partial<Verification> = {}): Verification => ({
  runId: 'r1',
  verifiedAt: '2026-11-03T09:00:00.000Z',
  verdict: 'identical-bits',
  cause: 'Same.',
  firstDifferentEpoch: null,
  metricDifference: 0,
  recorded: outcome,
  repeated: outcome,
  seconds: 75,
  ...more,
});
const ofCluster = { origin: { cluster: 'lab', statedAt: '2026-11-02T09:00:00.000Z' } };
const terminal = makeTerminal(120, false);

/** An engine that has these certificates. */
function contextOf(all: readonly Verification[], asked: object[] = []): Context {
  const runs = {
    get: async ({ runId }: { runId: string }) => ({ runId: `${runId}-whole` }),
    certificates: async (input: object) => {
      asked.push(input);
      return all;
    },
    saveCertificate: async (input: { out: string }) => {
      asked.push(input);
      return { path: input.out, sha256: 'cd' };
    },
    verify: async (input: object) => {
      asked.push(input);
      return (async function* (): AsyncGenerator<never, Verification> {
        yield* [];
        return all[0]!;
      })();
    },
  };
  const unused = {
    interrupt: { signal: new AbortController().signal },
    reporter: { clear: () => {}, progress: () => {} },
  };
  return {
    client: async () => ({ runs }),
    resolve: (typed: string) => `/typed/${typed}`,
    ...unused,
  } as unknown as Context;
}
const run = (command: typeof verify, context: Context, inputs: object) => command.run(context, inputs as never);

describe('verify', () => {
  const told = async (more: Partial<Verification> = {}) => {
    const asked: object[] = [];
    const answer = verification(more);
    const said = await run(verify, contextOf([answer], asked), { run: 'r1', yes: false });
    expect(asked).toEqual([{ runId: 'r1' }]);
    expect(said).toMatchObject({ json: answer });
    return {
      text: (said as { text: (on: typeof terminal) => string }).text(terminal),
      status: (said as { status: number }).status,
    };
  };

  it('prints the verdict with its reason, and what was compared', async () => {
    const { text, status } = await told();
    expect(
      text
        .split('\n')
        .map((line) => line.replaceAll(/ {2,}/g, '  '))
        .filter((line) => line !== ''),
    ).toEqual([
      'Verdict: identical bits',
      'Same.',
      'run  r1',
      'where  this computer',
      'weights  aaaaaaaa',
      'lists hash  bbbbbbbb',
      expect.stringMatching(/^score {2}0\.5\d*, now 0\.5\d*$/) as string,
      expect.stringMatching(/^time {2}1 min 15 s$|^time {2}.*75/) as string,
    ]);
    expect(status).toBe(0);
  });

  it('names both hashes where they differ, the first epoch that did, and a status of its own', async () => {
    const repeated = { ...outcome, weightsSha256: 'c'.repeat(8) };
    const firstDifferentEpoch = { stage: 'final' as const, epoch: 7 };
    const { text, status } = await told({ verdict: 'different', repeated, firstDifferentEpoch });
    expect(text).toContain('Verdict: different');
    expect(text).toContain('aaaaaaaa, now cccccccc');
    expect(text).toMatch(/lists hash {2,}bbbbbbbb$/m);
    expect(text).toContain('epoch 7 of the stage "final"');
    expect(status).toBe(6);
    const none = await told({ verdict: 'cannot-tell', repeated: null, recorded: { ...outcome, metrics: null } });
    expect(none.text).toMatch(/weights {2,}aaaaaaaa$/m);
    expect(none.text).toContain('inconclusive here');
    expect(none.status).toBe(11);
    for (const [verdict, words] of [
      ['identical-lists', 'identical lists'],
      ['same-metrics', 'same metrics'],
    ] as const)
      expect((await told({ verdict })).text).toContain(`Verdict: ${words}`);
  });

  it('says where it was: here, on a cluster that says so, or at a time that is yet to come', () => {
    expect(whereText(verification())).toBe('this computer');
    expect(whereText(verification(ofCluster))).toBe('says cluster lab');
    expect(whereText(verification({ verifiedAt: '9999-01-01T00:00:00.000Z' }))).toBe('unknown, dated in the future');
  });
});

describe('certificates', () => {
  const all = [
    verification({ verifiedAt: '2026-11-04T09:00:00.000Z', verdict: 'different', cause: 'Other weights.' }),
    verification(ofCluster),
  ];

  it('are listed with time, verdict, place and reason, of the run that was meant', async () => {
    const asked: object[] = [];
    const said = await run(certificates, contextOf(all, asked), { run: 'r1' });
    expect(asked).toEqual([{ runId: 'r1' }]);
    expect(said).toMatchObject({ json: { certificates: all } });
    const lines = (said as { text: (on: typeof terminal) => string }).text(terminal).split('\n');
    expect(lines[0]).toMatch(/^when \(UTC\) +verdict +where +time +cause$/);
    expect(lines[1]).toMatch(/2026-11-04 09:00 +different +this computer .* Other weights\.$/);
    expect(lines[2]).toMatch(/2026-11-03 09:00 +identical bits +says cluster lab .* Same\.$/);
  });

  it('may be none', async () => {
    const said = await run(certificates, contextOf([]), { run: 'r1' });
    expect((said as { text: (on: typeof terminal) => string }).text(terminal)).toBe('This run was never verified.');
  });

  it('are saved: the latest, or the one of a time', async () => {
    const save = async (inputs: object, context = contextOf(all)) =>
      run(certificates, context, { run: 'r1', save: 'v.json', ...inputs });
    const asked: object[] = [];
    const said = await save({}, contextOf(all, asked));
    expect(asked.at(-1)).toEqual({ runId: 'r1', verifiedAt: all[0]!.verifiedAt, out: '/typed/v.json' });
    expect(said).toMatchObject({ json: { path: '/typed/v.json', sha256: 'cd' } });
    expect((said as { text: (on: typeof terminal) => string }).text(terminal)).toBe('Saved to\n/typed/v.json');
    await save({ at: '2026-11-03' }, contextOf(all, asked));
    expect(asked.at(-1)).toMatchObject({ verifiedAt: all[1]!.verifiedAt });
    await expect(save({ at: '2025' })).rejects.toMatchObject({
      code: 'not-found',
      said: [{ id: 'verify.no-certificate-at', values: { run: 'r1', at: '2025' } }],
    });
    // Of a run without any the engine says so itself.
    await save({ at: '2025' }, contextOf([], asked));
    expect(asked.at(-1)).toMatchObject({ verifiedAt: '2025' });
  });
});
