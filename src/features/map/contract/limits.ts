/** Limits of a map. */

/**
 * For a map: points that are laid out (others lie beside the most similar ones), neighbours that attract each, and
 * dimensions in which they are searched. At this limit the layout takes some 20 s and 200 MB.
 */
export const MOST_LAID_OUT = 20_000;
export const MAP_NEIGHBOURS = 15;
export const MAP_DIMENSIONS = 32;
/** Clusters of a map, and groups that colour its points: no more than distinguishable colours. */
export const MOST_MAP_CLUSTERS = 12;
export const MOST_MAP_GROUPS = 11;
/** Latent directions shown on a map. */
export const MOST_MAP_DIRECTIONS = 6;
