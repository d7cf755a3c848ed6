import { InitiativeEntity } from './initiative.entity.js';
import { InitiativeRepository } from './initiative.repository.js';
import { Initiatives } from './initiatives.service.js';

/** What the module has of initiatives: rows, what stands behind the doors, and the doors. */
export const INITIATIVES = { rows: [InitiativeEntity], behind: [InitiativeRepository], doors: [Initiatives] };
