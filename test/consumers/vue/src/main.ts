import 'portal-elements/define/portal-invoices.js';
import 'portal-elements/define/portal-provider.js';
import { createApp } from 'vue';
import App from './App.vue';

createApp(App).mount('#app');
