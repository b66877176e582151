import { define } from '../core/define.js';
import { PortalSampleEdit } from '../samples/portal-sample-edit.js';

define('portal-sample-edit', PortalSampleEdit);
