import { EventNotices } from './event-notices.service.js';
import { NoticeEntity } from './notice.entity.js';
import { NoticeRepository } from './notice.repository.js';
import { Notices } from './notices.service.js';

/** What the module has of notices: rows, what stands behind the doors, and the doors. */
export const NOTICES = { rows: [NoticeEntity], behind: [NoticeRepository], doors: [Notices, EventNotices] };
