import 'portal-elements/define/portal-invoices.js';
import 'portal-elements/define/portal-provider.js';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
