/**
 * The GPU pack: the CUDA build of the very TensorFlow that setup stages, and the libraries that its metadata pins under the extra and-cuda. Each
 * file is fetched by name and must have this SHA-256, wherever it comes from.
 */

export interface Wheel {
  /** The project on the package index. */
  readonly project: string;
  readonly version: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Size of the extracted files. */
  readonly unpackedBytes: number;
}

export interface PackPins {
  readonly wheels: readonly Wheel[];
  /** The oldest driver that runs CUDA 12 programs (NVIDIA, CUDA compatibility: minor version compatibility). */
  readonly oldestDriver: string;
}

const NVIDIA_TAG = 'py3-none-manylinux1_x86_64';

const nvidia = (library: string, version: string, bytes: number, unpackedBytes: number, sha256: string): Wheel => ({
  project: `nvidia-${library.replaceAll('_', '-')}-cu12`,
  version,
  file: `nvidia_${library}_cu12-${version}-${NVIDIA_TAG}.whl`,
  bytes,
  sha256,
  unpackedBytes,
});

export const GPU_PACK: PackPins = {
  oldestDriver: '525.60.13',
  wheels: [
    {
      project: 'tensorflow',
      version: '2.15.1',
      file: 'tensorflow-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      bytes: 475_258_663,
      sha256: 'bb0edd69103c154245c5f209f0507355cc68ba7e4de350084bc31edc562478e4',
      unpackedBytes: 1_029_834_775,
    },
    nvidia(
      'cublas',
      '12.2.5.6',
      417_825_305,
      633_307_158,
      'f448d8db463f9a2c7dd9a1e607c0961d3e95f825b86839c5882f7d073d406df0',
    ),
    nvidia(
      'cuda_cupti',
      '12.2.142',
      13_900_552,
      44_499_118,
      'ce68d1009dd14215e38ed49643d31374c71d6fea381181cb0b9da7f19dfd1624',
    ),
    nvidia(
      'cuda_nvcc',
      '12.2.140',
      21_319_729,
      542_950,
      'c6ff4ae7a636eb6cab7621191e19ac3779690686bbcf52c04d8b1ca2944e1e27',
    ),
    nvidia(
      'cuda_nvrtc',
      '12.2.140',
      23_430_053,
      60_545_102,
      'b1cdcae6443cb7cdcfb5d1bf51896a148c9f82f9e65b27db9ab095eaed689aa7',
    ),
    nvidia(
      'cuda_runtime',
      '12.2.140',
      845_802,
      742_622,
      'acb9cb7e44594a3512533497ea790d9f0b0e399abcc888584c157d1ffa080e41',
    ),
    nvidia(
      'cudnn',
      '8.9.4.25',
      720_096_787,
      1_163_591_350,
      '9f882d5b11753c566fd32427839089eb4f8ba7a58c28446ad359e32c40229723',
    ),
    nvidia(
      'cufft',
      '11.0.8.103',
      98_570_970,
      180_069_294,
      '72e961e578f9be9e316ccb4db8652c421dd0b57442624faa71061d452f449a67',
    ),
    nvidia(
      'curand',
      '10.3.3.141',
      56_463_566,
      96_912_686,
      '7b6bad6817b5df2a6f5ec221206fb895d9195fdd7d2443f3e86554108c141a0a',
    ),
    nvidia(
      'cusolver',
      '11.5.2.141',
      124_890_758,
      198_511_158,
      '5a85c4653ce34339a5688137f494a0f903e0f0532418550998167f00844161da',
    ),
    nvidia(
      'cusparse',
      '12.1.2.141',
      195_268_625,
      263_903_758,
      '4e13d6a51d2303dcb2a023ba09546811161f0334fc64e13689397bbd3b1eb126',
    ),
    nvidia(
      'nccl',
      '2.16.5',
      188_657_797,
      256_563_207,
      '84695a4248138fb2ca12f5fd3defe986e790e71ccdaad51b2ca34ca4e83ef421',
    ),
    nvidia(
      'nvjitlink',
      '12.2.140',
      20_177_273,
      49_680_798,
      '95635cafbf9f96c38bea5200ab145a2e6aefbb5405e0b04c1e4ba54df2d84ec9',
    ),
  ],
};

/** The libraries of a wheel and their licences; none of its Python. */
const TAKEN = [
  /^tensorflow\/libtensorflow_(?:cc|framework)\.so\.2$/,
  /^nvidia\/[a-z_]+\/lib\/[^/]+\.so[.0-9]*$/,
  /^nvidia\/cuda_nvcc\/nvvm\/libdevice\/libdevice\.10\.bc$/,
  /^[^/]+\.dist-info\/(?:LICENSE|License\.txt)$/,
];

export const isTaken = (name: string): boolean => TAKEN.some((pattern) => pattern.test(name));

export const versionsOf = ({ wheels }: PackPins): Record<string, string> =>
  Object.fromEntries(wheels.map(({ project, version }) => [project.replace(/^nvidia-(.*)-cu12$/, '$1'), version]));

export const sumOf = (wheels: readonly Wheel[], size: 'bytes' | 'unpackedBytes'): number =>
  wheels.reduce((sum, wheel) => sum + wheel[size], 0);
