import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ActorLoader, type Actor } from '@yoriai/associations';
import { SignIn, normaliseEmail, sessionToken, setSessionCookie, type SignInProof } from '@yoriai/identity';
import { Config, callerOf } from '@yoriai/platform';
import { languageOf } from '../../http/language.js';
import { Notes, type NotePlace } from '../page/notes.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions } from '../page/submissions.js';

const PLACE: NotePlace = { name: 'yoriai_signing_in', path: '/sign-in' };

/** What somebody said about themselves to get a letter. */
export interface Asking {
  email: string;
  /** A path of ours to go on to; empty for the person's own home. */
  next: string;
  registration?: { name: string; kana: string; phone?: string };
}

/** A sign-in on its way: the letter is out, the code not yet typed. */
export interface UnderWay extends Asking {
  requestId: string;
}

/** Signing in over several pages: what is under way stands in a note of this browser. */
@Injectable()
export class SigningIn {
  constructor(
    private readonly signIn: SignIn,
    private readonly notes: Notes,
    private readonly submissions: Submissions,
    private readonly config: Config,
    private readonly actors: ActorLoader,
  ) {}

  /** Asks for a letter, once per form. Refuses what `SignIn.request` refuses. */
  async ask(request: SiteRequest, reply: FastifyReply, asking: Asking): Promise<void> {
    const asker = { browser: this.submissions.browser(request, reply), from: callerOf(request), language: languageOf(request) };
    const requestId = await this.submissions.once(request, reply, async () => (await this.signIn.request(asking.email, asker, asking.registration)).requestId);
    // As it was understood, so that the page shows where the letter went.
    const address = normaliseEmail(asking.email);
    this.notes.leave(reply, PLACE, { ...asking, email: address.ok ? address.value : asking.email, requestId });
  }

  /** What is under way in this browser. */
  underWay(request: SiteRequest): UnderWay | null {
    return this.notes.read<UnderWay>(request, PLACE);
  }

  /** Signs in; a double click gets the session of the first click. Refuses what `SignIn.complete` refuses. Answers where to go on. */
  async complete(request: SiteRequest, reply: FastifyReply, proof: SignInProof): Promise<string> {
    const asker = { browser: this.submissions.browser(request, reply), from: callerOf(request) };
    const facts = { userAgent: request.headers['user-agent'], previousToken: sessionToken(request, this.config) };
    const session = await this.submissions.once(request, reply, async () => {
      const { token, expiresAt } = await this.signIn.complete(proof, asker, facts);
      return { token, expiresAt: expiresAt.toISOString() };
    });
    const next = await this.wayOn(session.token, this.underWay(request)?.next ?? '');
    setSessionCookie(reply, this.config, { token: session.token, expiresAt: new Date(session.expiresAt) });
    this.notes.drop(reply, PLACE);
    return next;
  }

  /** Where somebody goes on who was on this way: to their devices first where the office requires it. */
  private async wayOn(token: string, next: string): Promise<string> {
    const asking = await this.actors.byToken(token);
    if (!asking) return next || '/me';
    const { actor, signedIn } = asking;
    if (signedIn.held) return next === '' ? '/me/passkeys' : `/me/passkeys?next=${encodeURIComponent(next)}`;
    return next || homeOf(actor);
  }
}

/** Where somebody starts who was on the way to nothing else: officers and staff at their work, everybody else at their own page. */
export function homeOf(actor: Actor): string {
  return actor.isOfficer() ? '/app' : '/me';
}
