/** Awaited between two steps of a long fit, with the finished fraction; may throw to break off. */
export type Pause = (share: number) => Promise<void>;
