/** Clusters: other computers that do units of work, reached through Ray's Jobs API (decision 48). */
import * as z from 'zod';
import { LONGEST_CLUSTER_NAME, LONGEST_PATH } from '../limits';

export const clusterNameSchema = z
  .string()
  .max(LONGEST_CLUSTER_NAME)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, dots, hyphens and underscores');

/** Where a cluster is, and how its nodes get data and engine. */
const clusterFields = {
  name: clusterNameSchema,
  /** Address of Ray's dashboard: http://127.0.0.1:8265, https://ray.example.org. */
  address: z.string().max(LONGEST_PATH),
  /** Command that starts the engine on a node; by default the node's SHELFWISE_COMMAND, or shelfwise on its path. */
  command: z.array(z.string().min(1).max(LONGEST_PATH)).min(1).max(20).optional(),
  /** A folder shared by all nodes that stores data sets like a workspace; they are then not sent. */
  folder: z.string().min(1).max(LONGEST_PATH).optional(),
  /** The same on S3-compatible storage: s3://bucket/prefix. */
  url: z
    .string()
    .max(LONGEST_PATH)
    .regex(/^s3:\/\/\S+$/, 's3://bucket/prefix')
    .optional(),
};

export const newClusterSchema = z.strictObject({
  ...clusterFields,
  token: z
    .string()
    .max(4096)
    .regex(/^[\x21-\x7e]+$/, 'one line without blanks')
    .optional(),
  /** PEM of the authority behind the address's certificate, if the system does not know it. */
  certificate: z.string().max(65_536).optional(),
  /** Allows http:// to another computer: traffic can then be read on the way. */
  plain: z.boolean().default(false),
});
export type NewCluster = z.infer<typeof newClusterSchema>;

/** A cluster as shown, without its token. */
export const clusterSchema = z.object({
  ...clusterFields,
  hasToken: z.boolean(),
  /** ISO 8601. */
  addedAt: z.string(),
  /** Data sets that the user has agreed to send there. */
  agreed: z.array(z.object({ fingerprint: z.string(), at: z.string() })),
});
export type Cluster = z.infer<typeof clusterSchema>;

/** What a cluster reports about itself; none of it is trusted. */
export const clusterTestSchema = z.object({
  name: z.string(),
  address: z.string(),
  ray: z.string(),
  nodes: z.array(
    z.object({
      node: z.string(),
      isHead: z.boolean(),
      cores: z.number(),
      /** In bytes. */
      memory: z.number(),
      /** Shelfwise's version there; null if missing or not asked. */
      version: z.string().nullable(),
      buildSha256: z.string().nullable(),
      /** Why no unit can run there; null if one can. */
      problem: z.string().nullable(),
    }),
  ),
  /** `buildSha256` of this program: only nodes with the same build do units. */
  build: z.string(),
  /** Shelfwise's jobs running or waiting there, whoever started them. */
  jobs: z.array(z.object({ plan: z.string(), status: z.string(), startedAt: z.string().nullable() })),
});
export type ClusterTest = z.infer<typeof clusterTestSchema>;

/** A requested unit that is waiting or running on a cluster and has not been fetched. */
export const clusterUnitSchema = z.object({
  /** Its ID in this workspace: a hash of its content. */
  unit: z.string(),
  kind: z.enum(['train', 'compare', 'lists', 'join', 'verify']),
  /** The trained or tried model; null for work on an existing run. */
  model: z.string().nullable(),
  name: z.string().nullable(),
  seed: z.int().nullable(),
  /** The run it is about or makes; null for a row of a leaderboard. */
  run: z.string().nullable(),
  /** For lists: "3/8". */
  part: z.string().nullable(),
  state: z.enum(['waiting', 'running']),
  /** Beginning of the ID of the node that runs it. */
  node: z.string().nullable(),
});
export type ClusterUnit = z.infer<typeof clusterUnitSchema>;

/** The outcome of a request to stop a unit, which may have ended first. */
export const stoppedUnitSchema = z.object({ unit: z.string(), state: z.enum(['stopped', 'done', 'failed']) });
export type StoppedUnit = z.infer<typeof stoppedUnitSchema>;

/** What leaves this computer when a cluster does units on a data set. */
export const sendingSchema = z.object({
  cluster: z.string(),
  address: z.string(),
  fingerprint: z.string(),
  dataset: z.string(),
  profiles: z.int(),
  /** Events in the histories. */
  interactions: z.int(),
  pseudonymised: z.boolean(),
  /** Bytes to send; 0 if the nodes read the data set themselves. */
  bytes: z.number(),
  /** Whether the traffic can be read on the way. */
  isOpen: z.boolean(),
  /** Whether the user has already agreed. */
  agreed: z.boolean(),
});
export type Sending = z.infer<typeof sendingSchema>;
