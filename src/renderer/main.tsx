/** The entry of the window: the engine's connection around the app. */
import './connection/zod-without-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { EngineProvider } from './connection/engine-context';
import { offerStyleNonce } from './connection/style-nonce';

offerStyleNonce();

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <EngineProvider>
      <App />
    </EngineProvider>
  </StrictMode>,
);
