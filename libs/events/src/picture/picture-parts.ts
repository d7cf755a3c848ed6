import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { refuse, type Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import { EventLoader } from '../event/event-loader.js';
import { mayHost, maySeeInside } from '../event/event.policy.js';
import type { ReportPictures } from './picture.dto.js';
import { PictureRepository, type SpotRow } from './picture.repository.js';
import { MOST_SPOTS, addingVerdict } from './picture.rules.js';

/** An event with the places of its report. */
export interface Held {
  event: EventEntity;
  spots: SpotRow[];
}

/** The event behind its pictures, and who may do what with them. */
@Injectable()
export class PictureParts {
  constructor(
    private readonly loader: EventLoader,
    readonly pictures: PictureRepository,
  ) {}

  /** For those who see the report. */
  async seen(tx: Tx, actor: Actor, eventId: string): Promise<Held> {
    const { event } = await this.loader.read(tx, actor, eventId);
    return maySeeInside(actor, event) ? { event, spots: await this.pictures.ofEvent(tx, eventId) } : refuse('picture.officers-only', { status: 403 });
  }

  /** For those who host it, before something is taken in. */
  async holdable(tx: Tx, actor: Actor, eventId: string): Promise<Held> {
    return this.held(tx, actor, (await this.loader.read(tx, actor, eventId)).event);
  }

  /** For those who host it; the event's row is locked, so that places are counted once. */
  async hold(tx: Tx, actor: Actor, eventId: string): Promise<Held> {
    return this.held(tx, actor, (await this.loader.lock(tx, actor, eventId)).event);
  }

  /** What is told about them, and what can be done. */
  answer(actor: Actor, { event, spots }: Held): ReportPictures {
    const host = mayHost(actor, event) ? true : 'event.host-only';
    return {
      spots: spots.map((spot) => ({ id: spot.id, place: spot.place, before: pictureOf(spot.beforeFile, spot.beforeOpen), after: pictureOf(spot.afterFile, spot.afterOpen) })),
      most: MOST_SPOTS,
      can: { add: host === true ? addingVerdict(event.state) : host, settle: host },
    };
  }

  private async held(tx: Tx, actor: Actor, event: EventEntity): Promise<Held> {
    return mayHost(actor, event) ? { event, spots: await this.pictures.ofEvent(tx, event.id) } : refuse('event.host-only', { status: 403 });
  }
}

const pictureOf = (fileId: string | null, open: boolean) => (fileId === null ? null : { fileId, open });
