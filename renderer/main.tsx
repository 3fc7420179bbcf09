import '#contract/noEval';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/controls.css';
import './style/tables.css';
import './style/signIn.css';
import './style/counter.css';
import './style/lines.css';
import './style/find.css';
import './style/drawer.css';
import './style/mail.css';
import './style/options.css';
import './style/keySheet.css';
import './style/tenders.css';
import './style/undo.css';
import './style/custody.css';
import { createRoot } from 'react-dom/client';
import { assert } from '#domain/assert';
import { App } from './App.tsx';
import { createClient } from './client.ts';
import { createCustomerScreen, customerWire } from './customer/customerScreen.ts';
import { doorHere } from './doors.ts';
import { browserHost } from './host.ts';
import { createNotice } from './notice.ts';
import { createForms } from './screens/counter/forms.ts';
import { loadOffice } from './screens/loadOffice.ts';
import { createSettings, showTheme } from './settings.ts';
import { createStore } from './store.ts';
import { createUnfinished } from './unfinished.ts';

const host = browserHost;
const client = createClient(doorHere());
const settings = createSettings(host);
const notice = createNotice();
const store = createStore(client, host.now);
const customer = createCustomerScreen(customerWire(), host.newId());
const page = {
  client,
  host,
  settings,
  notice,
  customer,
  store,
  forms: createForms(host.newId, () => store.read('station', {}).value?.cashRounding ?? 'exact'),
  unfinished: createUnfinished(),
};

/** So long at most the office's screens wait for an idle moment: a key struck before they are there is kept for them. */
const OFFICE_MS = 500;

window.addEventListener('pagehide', () => customer.leave());

showTheme(settings, document.documentElement, window.matchMedia('(prefers-color-scheme: dark)'));

const root = document.getElementById('root');
assert(root, 'the document has no root');
createRoot(root).render(<App page={page} />);
// Once the first screen is drawn, so that the office's are there at once, and also after the station fell silent.
window.requestIdleCallback(() => void loadOffice(), { timeout: OFFICE_MS });
