export { errorText, failure } from '../core/failure.js';
