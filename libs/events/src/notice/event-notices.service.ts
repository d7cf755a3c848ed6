import { Injectable } from '@nestjs/common';
import { Clock, Db, jstDate } from '@yoriai/platform';
import { NoticeRepository, type ShownNotice } from './notice.repository.js';
import { MOST_BESIDE, standsBeside, takesNotices, type Reached } from './notice.rules.js';

/** A page of an area is no archive. */
const MOST_ON_A_PAGE = 20;

/** Which notices stand beside a public event at this moment, and which on the page of an area. */
@Injectable()
export class EventNotices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly notices: NoticeRepository,
  ) {}

  /** The newest first, three at most; one statement, and none for what takes no notices. */
  async beside(event: Reached): Promise<ShownNotice[]> {
    const now = this.clock.now();
    if (!takesNotices(event, now)) return [];
    const standing = await this.db.read((tx) => this.notices.standingOn(tx, jstDate(now), 'events'));
    return standing.filter((notice) => standsBeside(notice, event, now)).slice(0, MOST_BESIDE);
  }

  /** Documents of an area (資料) and of the whole ward, the newest first. */
  async ofArea(slug: string): Promise<ShownNotice[]> {
    const standing = await this.db.read((tx) => this.notices.standingOn(tx, jstDate(this.clock.now()), 'areas'));
    return standing.filter(({ areas }) => areas.length === 0 || areas.includes(slug)).slice(0, MOST_ON_A_PAGE);
  }
}
