/** The reason for an abort when this program ends: the cluster is not asked to stop, and the next program continues. */
export const LEAVING = Symbol('leaving');
