/** What the web host and the page agree on. */
export const RPC_PATH = '/rpc';

/** The code with which the host closes a socket whose first message was not the token. */
export const WRONG_TOKEN = 4401;

/** How the address ends that the host prints: `#token=...`. A fragment is never sent to a server and never logged. */
export const TOKEN_PARAMETER = 'token';
