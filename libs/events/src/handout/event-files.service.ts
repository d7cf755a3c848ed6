import { Injectable } from '@nestjs/common';
import { Clock, Db, Files, atJst, fiscalYear, jstDate, type Tx } from '@yoriai/platform';
import { PictureRepository } from '../picture/picture.repository.js';
import { HandoutRepository } from './handout.repository.js';

/** Rows thrown away in one transaction of the sweep. */
const BATCH = 20;

/** The end of the files of events: pictures of reports and handouts, a fiscal year after the one in which the event ended (要確認), as papers go. */
@Injectable()
export class EventFiles {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly pictures: PictureRepository,
    private readonly handouts: HandoutRepository,
  ) {}

  /** Throws away what is over; answers how many places and handouts. Twice is the same as once. */
  async sweep(now = this.clock.now()): Promise<number> {
    const endedBefore = atJst(`${fiscalYear(jstDate(now)) - 1}-04-01`, '00:00');
    const pictures = await this.all((tx) => this.pictures.takeOver(tx, endedBefore, BATCH));
    return pictures + (await this.all(async (tx) => {
      const fileIds = await this.handouts.takeOver(tx, endedBefore, BATCH);
      return { count: fileIds.length, fileIds };
    }));
  }

  private async all(take: (tx: Tx) => Promise<{ count: number; fileIds: string[] }>): Promise<number> {
    for (let gone = 0; ; ) {
      const count = await this.db.transaction(async (tx) => {
        const over = await take(tx);
        await this.files.forget(tx, over.fileIds);
        return over.count;
      });
      gone += count;
      if (count < BATCH) return gone;
    }
  }
}
