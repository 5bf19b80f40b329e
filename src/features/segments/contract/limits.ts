/** Values of attributes, and titles, that set a segment apart most. */
export const MOST_DIFFERENCES = 12;
