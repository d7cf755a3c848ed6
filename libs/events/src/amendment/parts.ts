import { Amending } from './amending.js';
import { AmendmentRepository } from './amendment.repository.js';
import { Amendments } from './amendments.service.js';
import { AsRead } from './as-read.js';
import { EmailAsking } from './email-asking.js';
import { EmailChanges } from './email-changes.service.js';
import { Naming } from './naming.js';

/** What the module of the context is made of, as far as it is about changes of applications. */
export const AMENDMENT = { doors: [Amendments, EmailChanges], behind: [Amending, AmendmentRepository, AsRead, EmailAsking, Naming] };
