/** On what models can be trained here, and the GPU pack that a GPU needs. */
import * as z from 'zod';
import { saidSchema } from '../words/sentence';

export const DEVICES = ['cpu', 'gpu'] as const;
export type Device = (typeof DEVICES)[number];

/** By what a GPU computes: the CUDA build of TensorFlow, or our own passes through WebGPU. */
export const GPU_WAYS = ['cuda', 'webgpu'] as const;
export type GpuWay = (typeof GPU_WAYS)[number];

/** The GPU of a run, exactly enough to tell whether another is the same. */
export const gpuSchema = z.object({
  name: z.string(),
  driver: z.string(),
  /** Versions of what it computes by: tensorflow, cublas, cudnn, … of the pack, or webgpu. */
  libraries: z.record(z.string(), z.string()),
});
export type Gpu = z.infer<typeof gpuSchema>;

export const gpuPackSchema = z.object({
  /** unsupported: this system has no such pack. partial: an installation was broken off and can go on. */
  state: z.enum(['unsupported', 'absent', 'partial', 'installed', 'damaged']),
  folder: z.string(),
  /** What lies there now. */
  bytes: z.int(),
  /** The whole download, and what it takes when it is unpacked. */
  downloadBytes: z.int(),
  unpackedBytes: z.int(),
  /** Free space that installing needs, from where it stands now. */
  neededBytes: z.int(),
  freeBytes: z.int(),
  /** The package index that it would be fetched from; without name and password. */
  source: z.string(),
  libraries: z.record(z.string(), z.string()),
});
export type GpuPack = z.infer<typeof gpuPackSchema>;

/** Passes of a step through WebGPU: rows to code; code to loss; back to the gradients, and the steps that they give. */
export const STEP_PARTS = ['encode', 'decode', 'gradient'] as const;
export type StepPart = (typeof STEP_PARTS)[number];

/** In the order in which they are looked for. tensorflow: it was tried, and said so itself. */
export const GPU_OBSTACLES = ['system', 'no-card', 'no-driver', 'old-driver', 'no-pack', 'tensorflow'] as const;
export type GpuObstacle = (typeof GPU_OBSTACLES)[number];

export const deviceSchema = z.object({
  device: z.enum(DEVICES),
  name: z.string(),
  usable: z.boolean(),
  /** Why not, and what would help; null where it can be used. */
  reason: z.string().nullable(),
  said: saidSchema.optional(),
  /** The reason's kind, for a window in another language. */
  obstacle: z.enum(GPU_OBSTACLES).nullable(),
  /** Of a GPU's driver. */
  driver: z.string().nullable(),
  /** Of a GPU that can be used: by what, and what was measured of it. */
  notes: saidSchema.optional(),
});
export type DeviceState = z.infer<typeof deviceSchema>;

export const deviceStatusSchema = z.object({ devices: z.array(deviceSchema), pack: gpuPackSchema });
export type DeviceStatus = z.infer<typeof deviceStatusSchema>;

/** What was asked for a run, what it got, and why that. */
export const deviceChoiceSchema = z.object({
  asked: z.enum(['auto', ...DEVICES]),
  used: z.enum(DEVICES),
  reason: z.string().nullable(),
  said: saidSchema.optional(),
  /** Of a GPU; absent in records that were made before there was a choice, which mean cuda. */
  through: z.enum(GPU_WAYS).optional(),
  /** Through WebGPU: which one, so that a run goes on on no other. */
  gpu: gpuSchema.optional(),
});
export type DeviceChoice = z.infer<typeof deviceChoiceSchema>;

export const measureRequestSchema = z.strictObject({
  device: z.enum(DEVICES),
  /** Of a GPU; absent: whichever can be used. */
  through: z.enum(GPU_WAYS).optional(),
  /** Of the processor; a GPU computes in the mode fast. */
  mode: z.enum(['portable', 'fast']).default('portable'),
  /** 0: only whether it computes. */
  epochs: z.int().min(0).max(100).default(3),
  profiles: z.int().min(1).max(1_000_000).default(2000),
  titles: z.int().min(1).max(1_000_000).default(3000),
  /** Width of the code; absent: that of the default recipe. */
  hidden: z.int().min(1).max(4096).optional(),
  /** Also how long lists take and, through WebGPU, the parts of a step. */
  parts: z.boolean().optional(),
});
export type MeasureRequest = z.infer<typeof measureRequestSchema>;

export const deviceMeasurementSchema = z.object({
  device: z.enum(DEVICES),
  name: z.string(),
  /** Exactly, where it was one. */
  gpu: gpuSchema.optional(),
  tensorflow: z.string(),
  numericMode: z.enum(['portable', 'fast', 'everywhere']),
  /** The made-up training that was measured. */
  profiles: z.int(),
  titles: z.int(),
  hidden: z.int(),
  /** Median of the epochs after the first. */
  secondsPerEpoch: z.number(),
  /** Mean loss of each epoch. */
  losses: z.array(z.number()),
  /** Whether a second training gave the same bits. */
  repeats: z.boolean(),
  weightsSha256: z.string(),
  /** Largest difference of each kernel from double precision, relative to the largest value. */
  kernels: z.record(z.string(), z.number()),
  /** Seconds that a part of a step takes; through WebGPU, where asked for. */
  parts: z.record(z.enum(STEP_PARTS), z.number()).optional(),
  /** Lists of all profiles, where asked for. */
  lists: z
    .object({
      seconds: z.number(),
      /** Whether they are, byte for byte, those of the processor; of a GPU through WebGPU. */
      areTheProcessors: z.boolean().optional(),
      /** Rows that it left to the processor. */
      rowsLeft: z.int().optional(),
    })
    .optional(),
});
export type DeviceMeasurement = z.infer<typeof deviceMeasurementSchema>;
