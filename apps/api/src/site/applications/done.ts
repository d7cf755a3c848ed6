import { createElement, type ReactElement } from 'react';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Applications, EventNotices, type ApplicationAnswer } from '@yoriai/events';
import { EventReader } from '../events/event-reader.js';
import type { ShownEvent } from '../events/shown-event.js';
import { Notes, type NotePlace } from '../page/notes.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { DoneView, GoneView } from './done-view.js';

/** What the page after an application knows; nothing else of the application is in the address. */
export interface DoneFacts {
  answer: ApplicationAnswer;
  /** As it was written; with an address a letter is on its way. */
  given: { name: string; frame?: string; group?: string; heads: number; companions?: string[]; phone?: string; email?: string };
}

const placeOf = (slug: string): NotePlace => ({ name: 'yoriai_done', path: `/events/${slug}/done` });

/** The page after an application, which only the browser that applied can open. */
@Injectable()
export class Done {
  constructor(
    private readonly notes: Notes,
    private readonly pages: Pages,
    private readonly events: EventReader,
    private readonly applications: Applications,
    private readonly notices: EventNotices,
  ) {}

  leave(reply: FastifyReply, slug: string, facts: DoneFacts): void {
    this.notes.leave(reply, placeOf(slug), facts);
  }

  async view(request: SiteRequest, event: ShownEvent): Promise<ReactElement> {
    const t = this.pages.t(request);
    const { config } = this.pages;
    const facts = this.notes.read<DoneFacts>(request, placeOf(event.slug));
    if (!facts) return createElement(GoneView, { t, event });
    const wanted = await this.events.wantedOf(event.id);
    const token = facts.answer.ticketUrl?.split('/t/')[1];
    const ticket = token === undefined ? null : await this.applications.ticket(token);
    return createElement(DoneView, { t, event, facts, ticket, wanted, notices: await this.notices.beside(event), phone: event.contactPhone ?? config.officePhone, now: this.events.now() });
  }
}
