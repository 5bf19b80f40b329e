/** What the preload posts into its own window, beside the port itself: a MessagePort cannot cross the context bridge. */
export const ENGINE_PORT_MESSAGE = 'shelfwise:engine-port';
export const ENGINE_GONE_MESSAGE = 'shelfwise:engine-gone';
