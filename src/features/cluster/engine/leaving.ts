/** Why a signal aborts where this program ends: the cluster is not asked to stop, and the next program goes on with it. */
export const LEAVING = Symbol('leaving');
