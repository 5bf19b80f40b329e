import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';

/** Creates a channel and gives one end to the window through its preload. @returns the other end */
export function portInto(window: WebContents, channel: string): MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  window.postMessage(channel, null, [port2]);
  return port1;
}
