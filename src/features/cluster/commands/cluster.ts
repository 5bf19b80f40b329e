import type { Cluster, ClusterTest, ClusterUnit, StoppedUnit } from '../../../shared/contract/cluster';
import { assertNever, ShelfwiseError } from '../../../shared/errors';
import { type Answer, defineCommand } from '../../../cli/command';
import type { Client, Context } from '../../../cli/context';
import { blocks, formatFacts, formatTable } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { readTextFile } from '../../../cli/text-file';
import { bytes, counted, day, short } from '../../../cli/words';
import { say } from '../../../shared/words/sentence';

/** The variable with a token if no file is given: others can read what is typed on a command line. */
const TOKEN = 'SHELFWISE_CLUSTER_TOKEN';

function clusterTable(terminal: Terminal, clusters: readonly Cluster[]): string {
  if (clusters.length === 0) return 'No cluster has been added. Nothing is ever sent to another computer.';
  return formatTable(
    terminal,
    [{ title: 'name' }, { title: 'address' }, { title: 'token' }, { title: 'added' }, { title: 'may be sent' }],
    clusters.map(({ name, address, hasToken, addedAt, agreed }) => [
      name,
      address,
      hasToken ? 'yes' : 'none',
      day(addedAt),
      agreed.map(({ fingerprint }) => short(fingerprint)).join(', '),
    ]),
  );
}

function describeTest(terminal: Terminal, { name, address, ray, nodes, build, jobs }: ClusterTest): string {
  const cores = nodes.reduce((sum, node) => sum + node.cores, 0);
  return blocks(
    formatFacts(terminal, [
      ['cluster', `${terminal.style('bold', name)}, ${address}`],
      ['Ray', ray],
      ['nodes', `${counted(nodes.length, 'node')} with ${counted(cores, 'core')}`],
      ['this build', short(build)],
      [
        'at work',
        jobs.length === 0 ? 'nothing of Shelfwise' : jobs.map(({ plan, status }) => `${plan} (${status})`).join(', '),
      ],
    ]),
    formatTable(
      terminal,
      [
        { title: 'node' },
        { title: 'cores', align: 'right' },
        { title: 'memory', align: 'right' },
        { title: 'build', shrinkTo: 12 },
      ],
      nodes.map((node) => [
        node.isHead ? `${node.node}, head` : node.node,
        String(node.cores),
        bytes(node.memory),
        node.problem ?? (node.buildSha256 === null ? 'not asked' : short(node.buildSha256)),
      ]),
      (row, line) => (nodes[row]!.problem === null ? line : terminal.style('yellow', line)),
    ),
  );
}

/** For example "train balanced, seed 5", "compare als, seed 1", "lists rrt9psbyug, part 3/8". */
function unitText({ kind, model, name, seed, run, part }: ClusterUnit): string {
  const what = model === null ? run : (name ?? model);
  // The name of one of several seeds already contains the seed.
  const which = part !== null ? `, part ${part}` : seed !== null && name === null ? `, seed ${seed}` : '';
  return `${kind} ${what}${which}`;
}

function unitTable(terminal: Terminal, cluster: string, units: readonly ClusterUnit[]): string {
  if (units.length === 0) return `Nothing of this workspace is waiting or at work on ${cluster}.`;
  return formatTable(
    terminal,
    [{ title: 'unit' }, { title: 'does', shrinkTo: 16 }, { title: 'run' }, { title: 'state' }, { title: 'node' }],
    units.map((unit) => [unit.unit, unitText(unit), unit.run ?? '', unit.state, unit.node ?? '']),
  );
}

const STOPPED: Record<StoppedUnit['state'], string> = {
  stopped: 'was stopped; what was sent with it goes on. Ask for it again to begin it anew.',
  done: 'came to its end before it could be stopped.',
  failed: 'failed before it could be stopped.',
};

interface AddInputs {
  name: string | undefined;
  tokenFile: string | undefined;
  certificate: string | undefined;
  command: string | undefined;
  folder: string | undefined;
  url: string | undefined;
  plain: boolean;
}

async function add(context: Context, client: Client, address: string, given: AddInputs): Promise<Answer> {
  const { tokenFile, certificate, command, folder, url, plain } = given;
  const token =
    tokenFile === undefined
      ? process.env[TOKEN]
      : (await readTextFile(context.resolve(tokenFile), 'token', 'the token, in one line')).trim();
  const cluster = await client.clusters.add({
    name: given.name ?? nameOf(address),
    address,
    plain,
    ...(token && { token }),
    ...(certificate !== undefined && {
      certificate: await readTextFile(context.resolve(certificate), 'certificate', 'certificates as PEM'),
    }),
    ...(command !== undefined && { command: command.split(/\s+/).filter(Boolean) }),
    ...(folder !== undefined && { folder }),
    ...(url !== undefined && { url }),
  });
  return {
    json: cluster,
    text: () =>
      [
        `Added ${cluster.name}, ${cluster.address}. Nothing was sent there yet.`,
        ...(cluster.hasToken ? [] : ['It has no token: whoever reaches that address can run programs on the cluster.']),
        `Next: shelfwise cluster test ${cluster.name}`,
      ].join('\n'),
  };
}

/** "http://10.0.0.5:8265" is named 10.0.0.5. */
const nameOf = (address: string): string => URL.parse?.(address)?.hostname.replaceAll(/[[\]:]/g, '') || 'cluster';

/** Resolves a cluster's name or address. */
async function named(client: Client, typed: string): Promise<string> {
  const all = await client.clusters.list();
  return all.find(({ address }) => address === typed.replace(/\/$/, ''))?.name ?? typed;
}

export default defineCommand({
  name: 'cluster',
  group: 'This computer, and others',
  summary: 'Add, list, remove or test a cluster (other computers, through Ray), and see or stop what is at work there',
  inputs: {
    what: {
      kind: 'choice',
      argument: true,
      value: 'add, list, remove, test, units or stop',
      choices: ['add', 'list', 'remove', 'test', 'units', 'stop'],
      default: 'list',
      help: 'test: say which Ray answers, with which nodes, cores and builds; no data is sent. units: what this workspace has at work there, one by one. stop: stop one of these',
    },
    address: {
      kind: 'text',
      argument: true,
      value: 'ADDRESS or NAME',
      help: 'of Ray’s dashboard, such as http://127.0.0.1:8265; or the name of a cluster that was added',
    },
    name: { kind: 'text', value: 'NAME', help: 'with add: how it is called from now on (default: its host)' },
    tokenFile: { kind: 'text', value: 'FILE', help: `with add: the file that holds its token (or ${TOKEN})` },
    certificate: {
      kind: 'text',
      value: 'FILE',
      help: 'with add: PEM of the authority that signed its https certificate, where the system does not know it',
    },
    command: {
      kind: 'text',
      value: 'WORDS',
      help: 'with add: how Shelfwise is started on a node (default: shelfwise on its path)',
    },
    folder: {
      kind: 'text',
      value: 'FOLDER',
      help: 'with add: a folder that all nodes share, in which data sets lie by fingerprint; they are not sent then',
    },
    url: { kind: 'text', value: 's3://…', help: 'with add: the same on S3-compatible storage' },
    unit: { kind: 'text', value: 'ID', help: 'with stop: the unit, as "cluster units" tells it, or a beginning of it' },
    plain: { kind: 'flag', help: 'with add: accept http to another computer, on a network that you trust' },
  },
  examples: [
    'cluster add http://127.0.0.1:8265 --name lab --token-file ray-token',
    'cluster add https://ray.example.org --certificate authority.pem --token-file ray-token',
    'cluster test lab',
    'cluster units lab',
    'cluster stop lab --unit 3f3b10e9',
    'cluster remove lab',
  ],
  details: () =>
    [
      'A cluster is used only where --on names it, and asks before the histories of a data set are sent there the first time.',
      'Its token is in a file that only you can read, beside this computer’s other data of Shelfwise, not in the workspace.',
      'What runs there is this program, unchanged: each node needs the same build of it.',
      'Units that were sent together (seeds, a leaderboard, a sweep) can be stopped one by one with stop; Ctrl-C in what asked for them stops them all.',
    ].join('\n'),
  withoutWorkspace: true,
  async run(context, { what, address, unit, ...given }): Promise<Answer> {
    const client = await context.client();
    const list = (clusters: Cluster[]): Answer => ({
      json: clusters,
      text: (terminal) => clusterTable(terminal, clusters),
    });
    if (what === 'list') return list(await client.clusters.list());
    if (address === undefined) throw new ShelfwiseError('usage', say('cluster.name-missing', { action: what }));
    switch (what) {
      case 'add':
        return add(context, client, address, given);
      case 'remove':
        return list(await client.clusters.remove({ name: await named(client, address) }));
      case 'test': {
        const name = await named(client, address);
        const answer = await client.clusters.test({ name, builds: true }, { signal: context.interrupt.signal });
        return { json: answer, text: (terminal) => describeTest(terminal, answer) };
      }
      case 'units': {
        const name = await named(client, address);
        const units = await client.clusters.units({ name }, { signal: context.interrupt.signal });
        return { json: units, text: (terminal) => unitTable(terminal, name, units) };
      }
      case 'stop': {
        const name = await named(client, address);
        if (unit === undefined) throw new ShelfwiseError('usage', say('cluster.unit-missing', { name }));
        const answer = await client.clusters.stopUnit({ name, unit }, { signal: context.interrupt.signal });
        return { json: answer, text: () => `The unit ${answer.unit} ${STOPPED[answer.state]}` };
      }
      default:
        return assertNever(what);
    }
  },
});
