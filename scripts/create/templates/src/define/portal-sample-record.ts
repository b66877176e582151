import { define } from '../core/define.js';
import { PortalSampleRecord } from '../samples/portal-sample-record.js';

define('portal-sample-record', PortalSampleRecord);
