/** Is awaited between two steps of a fit that takes long, with the share that is done; may throw to break off. */
export type Pause = (share: number) => Promise<void>;
