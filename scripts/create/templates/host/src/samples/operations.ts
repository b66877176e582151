import type { Operations } from '../http/operation.js';
import { createSample } from './create-sample.js';
import { getSample } from './get-sample.js';
import { listSamples } from './list-samples.js';
import { updateSample } from './update-sample.js';

/** The operations of the client's samples. */
export const samplesOperations = {
  // if list
  listSamples,
  // end
  // if creation
  createSample,
  // end
  // if record
  getSample,
  // end
  // if edit
  updateSample,
  // end
} satisfies Partial<Operations>;
