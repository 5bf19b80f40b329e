import { MODEL_ROWS, MODELS } from './models';

export type CompanionName = {
  [Name in keyof typeof MODEL_ROWS]: (typeof MODEL_ROWS)[Name]['companionPlace'] extends null ? never : Name;
}[keyof typeof MODEL_ROWS];

/** Models that can stand beside the autoencoder, in the order in which their scores are added. */
export const COMPANIONS = MODELS.filter((name) => MODEL_ROWS[name].companionPlace !== null).sort() as [
  CompanionName,
  ...CompanionName[],
];

/** The largest number beside one autoencoder. */
export const MOST_COMPANIONS = 2;
