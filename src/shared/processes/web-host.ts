/** Constants shared by the web host and the page. */
export const RPC_PATH = '/rpc';

/** Close code of a socket whose first message was not the token. */
export const WRONG_TOKEN = 4401;

/** Fragment of the address for the browser: `#code=...`. A fragment is never sent to a server and never logged. */
export const CODE_PARAMETER = 'code';

/** Where a page POSTs its code to receive the token. */
export const ENTER_PATH = '/enter';

/** Status of the answer to a used code. */
export const USED_CODE = 410;
