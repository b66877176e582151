import { define } from '../core/define.js';
import { PortalSampleList } from '../samples/portal-sample-list.js';

define('portal-sample-list', PortalSampleList);
