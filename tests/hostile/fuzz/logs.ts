/** Audit logs that were changed by hand, and what a cluster answers and prints. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { forgetLines } from '../../../src/engine/kept/audit/forget';
import { addLines } from '../../../src/engine/kept/audit/logged';
import { auditFile } from '../../../src/engine/kept/audit/logs';
import { readAudit } from '../../../src/engine/kept/audit/read';
import { openWorkspace } from '../../../src/engine/storage/workspace';
import { changesIn, EventsOfLog } from '../../../src/features/cluster/engine/events';
import { JobsApi } from '../../../src/features/cluster/engine/jobs-api';
import { auditEntrySchema } from '../../../src/shared/contract/audit';
import { type ShelfwiseError, toShelfwiseError } from '../../../src/shared/errors';
import { printed, rayStandIn, recordedNodes } from '../../support/ray-stand-in';
import { mutateBytes, mutateJson, mutateJsonFile, pick } from './mutate';
import type { Draws, Input } from './draws';

const [DATA, OTHER] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];
const HASHES = ['c', 'd', 'e'].map((letter) => letter.repeat(64));

/** Lines as Shelfwise writes them, apart from hashes, which would differ each time. */
const LINES: readonly object[] = [
  { at: '2026-03-01T09:00:00.000Z', what: 'approved', runId: 'r1', by: 'Minji', reason: 'before the chain' },
  { nonce: '1', previous: null, at: '2026-03-01T09:00:00.000Z', what: 'decision', profile: '1019', act: 'x' },
  { nonce: '2', previous: HASHES[0], at: '2026-03-01T09:00:01.000Z', what: 'completed', act: 'x' },
  { forgotten: HASHES[1] },
  { nonce: '3', previous: HASHES[2], at: '2026-03-01T09:00:02.000Z', what: 'data-replaced', after: OTHER },
  { nonce: '4', previous: null, at: '2026-03-01T09:00:03.000Z', what: 'data-added', before: DATA, head: HASHES[0] },
];

/** Any log is read; what is added to it stands in it, and what is forgotten does not. */
export async function audit({ beginning, steps }: Draws): Promise<Input> {
  const linesOf = (): object[] =>
    Array.from({ length: beginning.below(8) }, () => structuredClone(pick(beginning, LINES)) as object);
  const texts = [linesOf(), linesOf()].map((lines) => lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  for (const random of steps) {
    const at = random.below(texts.length);
    const lines = texts[at]!.split('\n');
    const line = random.below(lines.length);
    texts[at] =
      random.below(2) === 0
        ? mutateBytes(random, Buffer.from(texts[at]!)).toString()
        : lines.with(line, mutateJsonFile(random, Buffer.from(lines[line]!)).toString()).join('\n');
  }
  return {
    files: { 'a.jsonl': Buffer.from(texts[0]!), 'b.jsonl': Buffer.from(texts[1]!) },
    use: async (stage) => {
      const workspace = await openWorkspace(path.join(stage.exports, 'workspace'));
      await fs.mkdir(workspace.audit, { recursive: true });
      for (const [name, data] of [
        ['a.jsonl', DATA],
        ['b.jsonl', OTHER],
      ] as const)
        await fs.copyFile(path.join(stage.given, name), auditFile(workspace, data));
      const read = async () => {
        const { entries } = await readAudit(workspace, [DATA]);
        for (const entry of entries) auditEntrySchema.parse(entry);
        return entries;
      };
      await read();
      await addLines(workspace, DATA, [
        { what: 'decision', profile: 'kept' },
        { what: 'decision', profile: 'gone' },
      ]);
      const own = (await read()).flatMap(({ profile }) => (profile === 'kept' || profile === 'gone' ? [profile] : []));
      assert.deepEqual(own.slice(0, 2).sort(), ['gone', 'kept'], 'What was added is not read');
      await forgetLines(workspace, { before: DATA, after: OTHER }, (line) => line.includes('"gone"'));
      const left = (await read()).map(({ profile }) => profile);
      assert.ok(
        left.includes('kept') && !left.includes('gone'),
        'What was forgotten is read, or more than that is gone',
      );
      return [];
    },
  };
}

const TOKEN = 'a-token-that-nobody-sees';
const ID = 'one-unit';
const PROBLEM = { code: 'no-space', message: 'no space' };
const HASH = HASHES[0]!;
const EVENTS: readonly object[] = [
  { event: 'cluster', node: 'n', nodes: 2, cores: 4, stops: true },
  { event: 'node', node: 'n', version: '0.2.0', buildSha256: HASH, problem: null },
  { event: 'begun', unit: ID, node: 'n' },
  { event: 'progress', unit: ID, text: 'epoch 1', fraction: 0.5 },
  { event: 'retry', unit: ID, problem: PROBLEM },
  { event: 'failed', unit: ID, problem: PROBLEM },
  {
    event: 'done',
    unit: ID,
    answer: {
      state: 'done',
      kind: 'train',
      runId: 'r1',
      hashes: {},
      metrics: null,
      validation: null,
      file: null,
      problem: null,
      verification: null,
    },
    result: { name: 'one.shelfwise', bytes: 10, sha256: HASH },
  },
  { event: 'end', problem: null },
];
const ANSWERS: Readonly<Record<string, object>> = {
  version: { ray_version: '2.60.0' },
  nodes: recordedNodes(),
  jobs: [
    {
      submission_id: 'one',
      status: 'RUNNING',
      message: TOKEN,
      start_time: 1,
      metadata: { shelfwise: 'plan' },
      driver_node_id: 'n',
    },
  ],
  job: { submission_id: 'one', status: 'FAILED', message: 'x', start_time: 1, metadata: null, driver_node_id: 'n' },
  log: { logs: EVENTS.map(printed).join('') },
};

/** Each answer is taken or refused, and no refusal shows the token. */
export async function cluster({ beginning, steps }: Draws): Promise<Input> {
  const kind = pick(beginning, Object.keys(ANSWERS));
  let events: unknown = structuredClone(EVENTS);
  let answer: unknown = structuredClone(ANSWERS[kind]);
  let status = 200;
  for (const random of steps) {
    if (kind === 'log') events = mutateJson(random, events);
    else answer = mutateJson(random, answer);
    if (random.below(6) === 0) status = pick(random, [200, 204, 302, 400, 404, 500, 502]);
  }
  const log = Array.isArray(events)
    ? events.map((event) => `shelfwise ${JSON.stringify(event) ?? 'null'}\n`).join('')
    : String(events);
  let body: Buffer = Buffer.from(JSON.stringify(kind === 'log' ? { logs: log } : answer) ?? 'null');
  if (beginning.below(5) === 0) body = mutateBytes(beginning, body);
  if (beginning.below(5) === 0) body = Buffer.concat([body, Buffer.from(` Bearer ${TOKEN}`)]);
  return {
    files: { 'answer.json': body, 'log.txt': Buffer.from(log) },
    use: async () => {
      const ray = await rayStandIn(TOKEN);
      ray.instead = () => ({ status, body });
      const api = new JobsApi(ray);
      const refused: ShelfwiseError[] = [];
      try {
        for (const ask of [
          () => api.version(),
          () => api.nodes(),
          () => api.jobs(),
          () => api.job('one'),
          () => api.log('one'),
          () => api.stop('one'),
        ])
          await ask().catch((thrown: unknown) => refused.push(toShelfwiseError(thrown)));
        for (const text of [log, mutateBytes(beginning, Buffer.from(log)).toString()]) {
          changesIn(text);
          for (const event of new EventsOfLog().in(text)) assert.ok(typeof event.event === 'string');
        }
      } finally {
        await ray.close();
      }
      for (const { message } of refused) assert.ok(!message.includes(TOKEN), `The token is shown: ${message}`);
      return refused;
    },
  };
}
