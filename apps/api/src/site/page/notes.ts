import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookiesAreSecure } from '@yoriai/identity';
import { Clock, Config, Secrets, seal, unseal } from '@yoriai/platform';

/** A note that a page leaves for the next one; the browser sends it to this path only. */
export interface NotePlace {
  name: 'yoriai_done' | 'yoriai_received' | 'yoriai_address' | 'yoriai_signing_in';
  path: string;
}

const MINUTES = 30;

/**
 * Short-lived facts from one page to the next (Post, Redirect, Get). Closed with the installation's
 * secret: nobody can invent them, nobody can read them off a borrowed machine.
 */
@Injectable()
export class Notes {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Leaves a note for half an hour. */
  leave(reply: FastifyReply, place: NotePlace, facts: object): void {
    const until = this.clock.now().getTime() + MINUTES * 60_000;
    void reply.setCookie(place.name, seal(this.key(place), { until, facts }), this.options(place, MINUTES * 60));
  }

  /** The note, if we wrote one for this path and it is not too old. */
  read<T extends object>(request: FastifyRequest, place: NotePlace): T | null {
    const text = request.cookies[place.name];
    const note = text ? this.open<T>(place, text) : null;
    return note && note.until > this.clock.now().getTime() ? note.facts : null;
  }

  /** Takes the note away. */
  drop(reply: FastifyReply, place: NotePlace): void {
    void reply.setCookie(place.name, '', this.options(place, 0));
  }

  private open<T>(place: NotePlace, text: string): { until: number; facts: T } | null {
    try {
      return unseal(this.key(place), text) as { until: number; facts: T };
    } catch {
      // Somebody else's text, or a note from before the secret was changed: the same as no note.
      return null;
    }
  }

  private key(place: NotePlace): string {
    return this.secrets.sign('site-note', `${place.name} ${place.path}`);
  }

  private options(place: NotePlace, maxAge: number) {
    const secure = cookiesAreSecure(this.config);
    return { path: place.path, httpOnly: true, sameSite: 'lax', secure, maxAge } as const;
  }
}
