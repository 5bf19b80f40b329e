/** What the web host and the page agree on. */
export const RPC_PATH = '/rpc';

/** The code with which the host closes a socket whose first message was not the token. */
export const WRONG_TOKEN = 4401;

/** How the address ends that the browser is started with: `#code=...`. A fragment is never sent to a server and never logged. */
export const CODE_PARAMETER = 'code';

/** Where a page hands in its code, as the text of a POST, and is answered the token. */
export const ENTER_PATH = '/enter';

/** The status of an answer to a code that was handed in before. */
export const USED_CODE = 410;
