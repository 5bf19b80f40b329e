/** Constants of the WebGPU standard, which browsers have as globals and Node has not. */
export const USAGE = { MAP_READ: 0x1, COPY_SRC: 0x4, COPY_DST: 0x8, UNIFORM: 0x40, STORAGE: 0x80 } as const;
/** GPUMapMode.READ. */
export const FOR_READING = 0x1;
