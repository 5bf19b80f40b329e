/**
 * A Jobs API that answers like Ray 2.60.0, whose answers were recorded; a test decides what its jobs print and leave.
 */
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A head and one node, as returned by GET /api/v0/nodes?detail=1. */
const NODE = {
  node_id: '27526a4ffdc7698695ab4427b66049e6335571eb2cc3655d6e6b48dd',
  node_ip: '127.0.0.1',
  is_head_node: true,
  state: 'ALIVE',
  state_message: null,
  node_name: '127.0.0.1',
  resources_total: {
    'node:__internal_head__': 1,
    object_store_memory: 200000000,
    'node:127.0.0.1': 1,
    memory: 23725137408,
    CPU: 1,
  },
  labels: { 'ray.io/node-id': '27526a4ffdc7698695ab4427b66049e6335571eb2cc3655d6e6b48dd' },
  start_time_ms: 1795722077147,
  end_time_ms: 0,
};
const OTHER = { ...NODE, node_id: '42ef4d5cae95c444effd4d8ea4015236341f1c03a107abb078b677cf', is_head_node: false };

export const recordedNodes = (nodes: readonly object[] = [NODE, OTHER]): object => ({
  result: true,
  msg: '',
  data: {
    result: {
      total: nodes.length,
      num_after_truncation: nodes.length,
      num_filtered: nodes.length,
      result: nodes,
      partial_failure_warning: '',
      warnings: null,
    },
  },
});

interface StandInJob {
  readonly asked: {
    entrypoint: string;
    submission_id: string;
    runtime_env: { working_dir: string };
    metadata: Record<string, string>;
  };
  status: 'PENDING' | 'RUNNING' | 'STOPPED' | 'SUCCEEDED' | 'FAILED';
  message: string;
  log: string;
}

interface Answer {
  readonly status: number;
  readonly body: string | Buffer;
  /** JSON where absent. */
  readonly type?: string;
}

export interface RayStandIn {
  readonly address: string;
  readonly token: string;
  /** By name. */
  readonly packages: Map<string, Buffer>;
  /** By submission ID. */
  readonly jobs: Map<string, StandInJob>;
  /** The head's log folder: results, by their name in requests. */
  readonly files: Map<string, Buffer>;
  /** Method and path of each request, in order. */
  readonly requests: string[];
  /** Called for each submitted job. */
  onSubmit: (job: StandInJob, packed: Buffer) => void;
  /** Called for each unit that a job's driver is asked to stop, with the unit's ID. */
  onStopUnit: (job: StandInJob, unit: string) => void;
  /** Answers instead of Ray if it returns one. */
  instead: (path: string) => Answer | null;
  /** While true, connections are cut without an answer. */
  isAway: boolean;
  close(): Promise<void>;
}

/** A line as the driver prints it. */
export const printed = (event: object): string => `shelfwise ${JSON.stringify(event)}\n`;

const missing = (what: string): { status: number; body: string } => ({ status: 404, body: what });

export async function rayStandIn(token = 'a-token'): Promise<RayStandIn> {
  const server = http.createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      ray.requests.push(`${request.method} ${request.url}`);
      if (ray.isAway) return void request.socket.destroy();
      const { status, body, type = 'application/json; charset=utf-8' } = answerTo(request, Buffer.concat(pieces));
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const ray: RayStandIn = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    packages: new Map(),
    jobs: new Map(),
    files: new Map(),
    requests: [],
    onSubmit: () => undefined,
    onStopUnit: () => undefined,
    instead: () => null,
    isAway: false,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };

  function answerTo(request: http.IncomingMessage, body: Buffer): Answer {
    const { authorization } = request.headers;
    if (authorization === undefined) return { status: 401, body: 'Unauthorized: Missing authentication token' };
    if (authorization !== `Bearer ${token}`) return { status: 403, body: 'Forbidden: Invalid authentication token' };
    const url = new URL(request.url!, ray.address);
    const [, , part = '', ...rest] = url.pathname.split('/');
    const insteadOf = ray.instead(url.pathname);
    if (insteadOf !== null) return insteadOf;
    const json = (value: unknown) => ({ status: 200, body: JSON.stringify(value) });
    if (part === 'version')
      return json({ version: '4', ray_version: '2.60.0', ray_commit: 'b7f4259e944b', session_name: 'session_1' });
    if (part === 'packages') {
      const name = rest[1]!;
      const message = /^shelfwise-stop\.([a-z0-9-]+)\.([a-z0-9-]+)\.zip$/.exec(name);
      if (request.method === 'PUT' && message !== null) {
        ray.onStopUnit(ray.jobs.get(message[1]!)!, message[2]!);
        return { status: 200, body: '' };
      }
      if (request.method === 'PUT') ray.packages.set(name, body);
      return ray.packages.has(name) ? { status: 200, body: '' } : missing(`Package gcs://${name} does not exist`);
    }
    if (part === 'v0' && rest[0] === 'nodes') return json(recordedNodes());
    if (part === 'v0') {
      const file = ray.files.get(url.searchParams.get('filename') ?? '');
      return file === undefined ? { status: 500, body: 'A file is not found at: …' } : { status: 200, body: file };
    }
    return answerOnJobs(request.method!, rest.filter(Boolean), body, json);
  }

  function answerOnJobs(
    method: string,
    [id, of]: string[],
    body: Buffer,
    json: (value: unknown) => { status: number; body: string },
  ): { status: number; body: string } {
    if (id === undefined && method === 'POST') {
      const asked = JSON.parse(body.toString()) as StandInJob['asked'];
      if (ray.jobs.has(asked.submission_id))
        return { status: 500, body: `Job with submission_id ${asked.submission_id} already exists.` };
      const job: StandInJob = { asked, status: 'RUNNING', message: 'Job is currently running.', log: '' };
      ray.jobs.set(asked.submission_id, job);
      ray.onSubmit(job, ray.packages.get(asked.runtime_env.working_dir.replace('gcs://', ''))!);
      return json({ job_id: asked.submission_id, submission_id: asked.submission_id });
    }
    if (id === undefined) return json([...ray.jobs.values()].map(details));
    const job = ray.jobs.get(id);
    if (job === undefined) return missing(`Job ${id} does not exist`);
    if (of === 'logs') return json({ logs: job.log });
    if (of === 'stop') {
      if (job.status === 'RUNNING') job.status = 'STOPPED';
      return json({ stopped: true });
    }
    return json(details(job));
  }

  const details = ({ asked, status, message }: StandInJob): object => ({
    type: 'SUBMISSION',
    job_id: '02000000',
    submission_id: asked.submission_id,
    driver_info: { id: '02000000', node_ip_address: '127.0.0.1', pid: '3663' },
    status,
    entrypoint: asked.entrypoint,
    message,
    error_type: null,
    start_time: 1795722114517,
    end_time: status === 'RUNNING' ? null : 1795722117737,
    metadata: asked.metadata,
    runtime_env: asked.runtime_env,
    driver_agent_http_address: 'http://127.0.0.1:52365',
    driver_node_id: NODE.node_id,
    driver_exit_code: status === 'RUNNING' ? null : 0,
  });

  return ray;
}
