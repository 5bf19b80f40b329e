/** What the web host and the page agree on. */
export const RPC_PATH = '/rpc';

/** The code with which the host closes a socket whose first message was not the token. */
export const WRONG_TOKEN = 4401;

/** The end of the address that the browser is started with: `#code=...`. A fragment is never sent to a server and never logged. */
export const CODE_PARAMETER = 'code';

/** Where a page sends its code, as the body of a POST, and receives the token. */
export const ENTER_PATH = '/enter';

/** The status of the answer to a code that was used before. */
export const USED_CODE = 410;
