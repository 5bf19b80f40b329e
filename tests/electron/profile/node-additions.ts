/** What Node 12 lacks of what the main process uses. */
// electron-store tells of its changes; nobody listens.
Object.assign(globalThis, {
  Event: class {
    constructor(readonly type: string) {}
  },
  EventTarget: class {
    dispatchEvent(): boolean {
      return true;
    }
  },
});
