import { CoHostCircle } from './co-host-circle.js';
import { CoHostEntity } from './co-host.entity.js';
import { CoHostRepository } from './co-host.repository.js';
import { CoHostings } from './co-hostings.service.js';
import { CoHosts } from './co-hosts.service.js';

/** What the module has of holding an event together: rows, what stands behind the doors, and the doors. */
export const TOGETHER = { rows: [CoHostEntity], behind: [CoHostRepository, CoHostCircle], doors: [CoHosts, CoHostings] };
