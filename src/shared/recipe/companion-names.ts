import type { BaselineName } from './models';

/** Models that can stand beside the autoencoder, in the order in which their scores are added. */
export const COMPANIONS = ['als', 'ease', 'filter', 'item-knn'] as const satisfies readonly BaselineName[];
export type CompanionName = (typeof COMPANIONS)[number];

/** The largest number beside one autoencoder. */
export const MOST_COMPANIONS = 2;
