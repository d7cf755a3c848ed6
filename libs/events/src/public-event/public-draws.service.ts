import { Injectable } from '@nestjs/common';
import type { Tx } from '@yoriai/platform';
import { DrawRepository } from '../application/draw.repository.js';
import { draw, type Lot } from '../application/draw.rules.js';

/** How the places of one frame are drawn, for everybody to see; numbers, and nobody's name. */
export interface PublicDraw {
  frameId: string;
  name: string;
  /** Heads that can win; of a draw that was held, those there were then. */
  capacity: number;
  /** SHA-256 of the seed; published with the event. */
  commitment: string;
  /** When entries are closed and lots drawn. */
  closesAt: Date | null;
  /** Heads that have entered; 0 once lots are drawn. */
  entered: number;
  /** Null before: the seed, and what it makes of those who had entered, worked out anew. */
  drawn: { seed: string; at: Date; lots: Lot[] } | null;
}

/** Draws as they are published. */
@Injectable()
export class PublicDraws {
  constructor(private readonly draws: DrawRepository) {}

  /** The draws of a public event, in the order of its frames; nothing of an event that draws nothing. Whether it is public the caller has asked. */
  async ofEvent(tx: Tx, eventId: string): Promise<PublicDraw[]> {
    return (await this.draws.ofEvent(tx, eventId)).map(({ seed, drawn_at: at, entries, drawn_capacity: places, ...row }) => ({
      frameId: row.frame_id,
      name: row.name,
      capacity: places ?? row.capacity,
      commitment: row.commitment,
      closesAt: row.closes_at,
      entered: row.entered,
      drawn: seed !== null && at !== null && entries !== null ? { seed, at, lots: draw(seed, entries, places ?? row.capacity) } : null,
    }));
  }
}
