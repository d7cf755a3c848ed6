import { EventMessages } from './event-messages.service.js';
import { MessageEntity } from './message.entity.js';
import { MessageRepository } from './message.repository.js';

/** What the module has of messages to the people of an event: rows, what stands behind the door, and the door. */
export const MESSAGES = { rows: [MessageEntity], behind: [MessageRepository], doors: [EventMessages] };
