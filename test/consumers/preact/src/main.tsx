import 'portal-elements/define/portal-invoices.js';
import 'portal-elements/define/portal-provider.js';
import { render } from 'preact';
import { App } from './App.js';

render(<App />, document.getElementById('app')!);
