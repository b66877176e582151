import { define } from '../core/define.js';
import { PortalSampleCreation } from '../samples/portal-sample-creation.js';

define('portal-sample-creation', PortalSampleCreation);
