import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestWithActor } from '@yoriai/associations';
import { EventCircles } from '@yoriai/events';
import { Db } from '@yoriai/platform';

/** A page of an event at its plain address: the slug, and what follows. */
const PLAIN = /^\/events\/([^/?#~.]+)([/?#.].*)?$/;
/** The code on a poster. */
const CODE = /^\/[qe]\/([^/?#]+)(?:\?.*)?$/;

/**
 * Leads those for whom an event is to its page, from the plain address that they know to the one that opens it. Asked
 * once a page was refused, so that it costs nothing where everybody may look.
 */
@Injectable()
export class CircleDoor {
  constructor(
    private readonly db: Db,
    private readonly circles: EventCircles,
  ) {}

  /** Where this request finds the same page; null for whoever is not in the circle of the event, and for every other address. */
  async wayFor(request: FastifyRequest & RequestWithActor): Promise<string | null> {
    const { actor, url } = request;
    if (!actor || !['GET', 'HEAD'].includes(request.method)) return null;
    const [, slug, rest = ''] = PLAIN.exec(url) ?? [];
    const [, code] = CODE.exec(url) ?? [];
    if (slug === undefined && code === undefined) return null;
    const known = slug === undefined ? { shortCode: code!.toLowerCase() } : { slug };
    const address = await this.db.read((tx) => this.circles.addressFor(tx, actor, known));
    return address && `/events/${address}${rest}`;
  }
}
