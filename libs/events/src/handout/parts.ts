import { EventFiles } from './event-files.service.js';
import { HandoutParts } from './handout-parts.js';
import { HandoutRepository } from './handout.repository.js';
import { Handouts } from './handouts.service.js';
import { ShownHandouts } from './shown-handouts.service.js';

/** What the module of the context is made of, as far as it is about what events hand out. */
export const HANDOUTS = { doors: [Handouts, ShownHandouts, EventFiles], behind: [HandoutRepository, HandoutParts] };
