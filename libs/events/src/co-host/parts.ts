import { WardCalendarRepository } from '../calendar/ward-calendar.repository.js';
import { WardCalendars } from '../calendar/ward-calendar.service.js';
import { CoHostCircle } from './co-host-circle.js';
import { CoHostEntity } from './co-host.entity.js';
import { CoHostRepository } from './co-host.repository.js';
import { CoHostings } from './co-hostings.service.js';
import { CoHosts } from './co-hosts.service.js';

/** What the module has of holding events together, and of events that come together on one day: rows, what stands behind the doors, and the doors. */
export const TOGETHER = { rows: [CoHostEntity], behind: [CoHostRepository, CoHostCircle, WardCalendarRepository], doors: [CoHosts, CoHostings, WardCalendars] };
