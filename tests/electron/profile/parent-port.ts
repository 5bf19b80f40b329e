/** `process.parentPort` of a utility process in a forked plain Node; loaded before the engine host or the trainer. */
import { EventEmitter } from 'node:events';
import { fromText, toText, type Relayed } from './relayed';

const send = (relayed: Relayed): void => {
  if (process.connected) process.send!(relayed);
};

/** Like Electron's MessagePortMain: messages before `start` wait. */
class Port extends EventEmitter {
  private waiting: unknown[] | null = [];

  constructor(private readonly id: number) {
    super();
  }

  postMessage(message: unknown): void {
    send({ port: this.id, text: toText(message) });
  }

  start(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const data of waiting) this.emit('message', { data });
  }

  hear(data: unknown): void {
    if (data === null) this.emit('close');
    else if (this.waiting === null) this.emit('message', { data });
    else this.waiting.push(data);
  }
}

const ports = new Map<number, Port>();
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => send({ port: null, message, ports: [] }),
});

process.on('message', (relayed: Relayed) => {
  if (relayed.port !== null) return ports.get(relayed.port)?.hear(fromText(relayed.text));
  for (const id of relayed.ports) ports.set(id, new Port(id));
  parentPort.emit('message', { data: relayed.message, ports: relayed.ports.map((id) => ports.get(id)) });
});
// A utility process ends with its parent.
process.on('disconnect', () => process.exit());

Object.assign(process, { parentPort });
