/** What a model is trained with to tell what the attributes of profiles are worth to it. Only `with` is ever delivered. */
export const ATTRIBUTE_VARIANTS = ['with', 'without', 'shuffled'] as const;
export type AttributeVariant = (typeof ATTRIBUTE_VARIANTS)[number];
