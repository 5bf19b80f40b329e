import type { RouterUtils } from '@orpc/tanstack-query';
import type { EngineClient } from './connect';

/** TanStack Query's options and keys for every call: `queries.runs.list.queryOptions()`. */
export type EngineQueries = RouterUtils<EngineClient>;
