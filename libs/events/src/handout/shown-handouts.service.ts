import { Injectable } from '@nestjs/common';
import { Db, Files, refuse, type FileKind } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import type { EventWithPictures } from '../picture/shown-pictures.service.js';
import { HandoutRepository } from './handout.repository.js';
import { areShown } from './handout.rules.js';

/** A handout as it stands on the page of its event. */
export interface ShownHandout {
  id: string;
  name: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
}

/** Handouts for whoever sees the page of the event; the caller found it for them. */
@Injectable()
export class ShownHandouts {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly handouts: HandoutRepository,
  ) {}

  /** What may be taken along; nothing of an event that is called off. */
  ofEvent({ id, state }: EventWithPictures): Promise<ShownHandout[]> {
    if (!areShown(state as EventState)) return Promise.resolve([]);
    return this.db.read(async (tx) => (await this.handouts.ofEvent(tx, id)).map(({ id: handout, name, kind, size }) => ({ id: handout, name, kind, size })));
  }

  /** One of them. Refuses `handout.not-found` (404) for what {@link ofEvent} does not tell of. */
  read({ id, state }: EventWithPictures, handoutId: string): Promise<{ kind: FileKind; content: Buffer }> {
    return this.db.read(async (tx) => {
      const all = areShown(state as EventState) ? await this.handouts.ofEvent(tx, id) : [];
      const found = all.find((handout) => handout.id === handoutId);
      return (found && (await this.files.read(tx, found.fileId))) ?? refuse('handout.not-found', { status: 404 });
    });
  }
}
