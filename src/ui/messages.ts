export { errorText, failure } from '../core/loading/failure.js';
