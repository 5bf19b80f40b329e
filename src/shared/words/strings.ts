/**
 * The shape of a translation: the keys of English, each a text. Korean has one form for every number, so what English
 * says twice (`rows_one`, `rows_other`) Korean says once.
 */
export type Strings<Source> = {
  [Key in keyof Source as Key extends `${string}_one` ? never : Key]: Source[Key] extends string
    ? string
    : Strings<Source[Key]>;
};
