import { ListExports } from './list-exports.service.js';
import { ListRequestRepository } from './list-request.repository.js';
import { ListRequests } from './list-requests.service.js';

/** What the module has of lists that leave as files: what stands behind the doors, and the doors. */
export const LISTS_OUT = { behind: [ListRequestRepository], doors: [ListRequests, ListExports] };
