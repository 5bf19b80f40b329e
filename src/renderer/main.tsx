/** Entry of the window: connects the engine and renders the app. */
import './connection/zod-without-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { EngineProvider } from './connection/engine-context';
import { followWorkspace } from './connection/follow-workspace';
import { openConnection } from './connection/open-connection';
import { makeQueryClient } from './connection/query-client';
import { offerStyleNonce } from './connection/style-nonce';
import { startTexts } from './locales/start-texts';

offerStyleNonce();

const connection = openConnection();
const cache = makeQueryClient();
followWorkspace(connection.client, connection.queries, cache);

/** Not by an await at the top of the module, which the oldest Chromium that is tested does not know. */
async function start(): Promise<void> {
  await startTexts();
  createRoot(document.querySelector('#root')!).render(
    <StrictMode>
      <EngineProvider connection={connection} cache={cache}>
        <App />
      </EngineProvider>
    </StrictMode>,
  );
}

void start();
