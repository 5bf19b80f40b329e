/** Who is asked for work: this computer, or a cluster, whose own results answer what it is asked. */
export type AskedOf = 'here' | 'cluster';
