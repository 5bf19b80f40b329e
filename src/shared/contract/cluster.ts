/** Clusters: other computers, reached through Ray's Jobs API, that do units of work (decision 48). */
import * as z from 'zod';
import { LONGEST_CLUSTER_NAME, LONGEST_PATH } from '../limits';

export const clusterNameSchema = z
  .string()
  .max(LONGEST_CLUSTER_NAME)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, dots, hyphens and underscores');

/** Where a cluster is, and how its nodes get at data and engine. */
const clusterFields = {
  name: clusterNameSchema,
  /** Of Ray's dashboard: http://127.0.0.1:8265, https://ray.example.org. */
  address: z.string().max(LONGEST_PATH),
  /** How the engine is started on a node; the node's own SHELFWISE_COMMAND, or shelfwise on its path, where absent. */
  command: z.array(z.string().min(1).max(LONGEST_PATH)).min(1).max(20).optional(),
  /** A folder that all nodes share, in which the data sets lie as in a workspace: nothing of them is sent then. */
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
  /** PEM of the authority that signed the address's certificate, where the system does not know it. */
  certificate: z.string().max(65_536).optional(),
  /** Accepts http:// to another computer: what is sent can then be read on the way. */
  plain: z.boolean().default(false),
});
export type NewCluster = z.infer<typeof newClusterSchema>;

/** A cluster as it is shown: never with its token. */
export const clusterSchema = z.object({
  ...clusterFields,
  hasToken: z.boolean(),
  /** ISO 8601. */
  addedAt: z.string(),
  /** Data sets that somebody agreed to send there. */
  agreed: z.array(z.object({ fingerprint: z.string(), at: z.string() })),
});
export type Cluster = z.infer<typeof clusterSchema>;

/** What a cluster says of itself: all of it is a stranger's word. */
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
      /** Of the Shelfwise on it; null where there is none, or it was not asked. */
      version: z.string().nullable(),
      buildSha256: z.string().nullable(),
      /** Why no unit can be done there; null where nothing speaks against it. */
      problem: z.string().nullable(),
    }),
  ),
  /** `buildSha256` of this program: only nodes with the same do units. */
  build: z.string(),
  /** Jobs of Shelfwise that are at work or waiting there, by whomever. */
  jobs: z.array(z.object({ plan: z.string(), status: z.string(), startedAt: z.string().nullable() })),
});
export type ClusterTest = z.infer<typeof clusterTestSchema>;

/** A unit that a cluster was asked for, is not home yet, and is waiting or at work there. */
export const clusterUnitSchema = z.object({
  /** Its ID in this workspace: what it is, as a hash. */
  unit: z.string(),
  kind: z.enum(['train', 'compare', 'lists', 'join', 'verify']),
  /** What is trained or tried; null of work on a run that is there. */
  model: z.string().nullable(),
  name: z.string().nullable(),
  seed: z.int().nullable(),
  /** The run that it is about, or that it makes; null of a row of a leaderboard. */
  run: z.string().nullable(),
  /** Of lists: "3/8". */
  part: z.string().nullable(),
  state: z.enum(['waiting', 'running']),
  /** On which it is at work: the beginning of its ID. */
  node: z.string().nullable(),
});
export type ClusterUnit = z.infer<typeof clusterUnitSchema>;

/** What became of a unit that somebody asked to stop: it may have come to its end in that moment. */
export const stoppedUnitSchema = z.object({ unit: z.string(), state: z.enum(['stopped', 'done', 'failed']) });
export type StoppedUnit = z.infer<typeof stoppedUnitSchema>;

/** What leaves this computer when units on a data set are done on a cluster. */
export const sendingSchema = z.object({
  cluster: z.string(),
  address: z.string(),
  fingerprint: z.string(),
  dataset: z.string(),
  profiles: z.int(),
  /** Events of their histories. */
  interactions: z.int(),
  pseudonymised: z.boolean(),
  /** Bytes of the data set as it is sent; 0 where the nodes read it themselves. */
  bytes: z.number(),
  /** Whether what is sent can be read on the way. */
  isOpen: z.boolean(),
  /** Whether somebody agreed to it before. */
  agreed: z.boolean(),
});
export type Sending = z.infer<typeof sendingSchema>;
