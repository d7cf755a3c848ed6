import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { CurrentSession, Passkeys, isFreshSignIn, type SignedIn } from '@yoriai/identity';
import { Clock, Db, Refusal, refuse } from '@yoriai/platform';
import { browserName } from '../me/browser-name.js';
import { ownPath } from '../page/own-path.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { PASSKEY_SCRIPT } from './passkey-script.js';
import { PasskeysView, SurePasskeyView } from './passkeys-view.js';

/** What is asked about once more before a device goes. */
const ASKED_AGAIN = ['passkey.last', 'passkey.alike'] as const;

/** 指紋・顔で入る: one's own devices. Adding is the script's, by the API; all else is forms. */
@ApiExcludeController()
@Controller('me/passkeys')
@Access('signed-in')
export class PasskeysPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly passkeys: Passkeys,
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @CurrentSession() me: SignedIn, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    const t = this.pages.t(request);
    const passkeys = await this.db.read((tx) => this.passkeys.list(tx, me.accountId));
    const said = (['added', 'removed'] as const).find((each) => each === query['said']) ?? null;
    const device = browserName(t, request.headers['user-agent'] ?? null) ?? '';
    const facts = { passkeys, held: me.held, next: ownPath(query['next'], ''), office: actor.isOfficer(), fresh: isFreshSignIn(me.startedAt, this.clock.now()), said, device };
    const body = <PasskeysView t={t} {...facts} keyOf={() => this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('site.passkeys.title'), width: 'narrow', head: PASSKEY_SCRIPT, body });
  }

  /** Removes one; the last one, and one of several of the same name, once its owner has said so again. */
  @Post(':id/removal')
  async remove(@CurrentSession() me: SignedIn, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    const sure = formOf(request)['sure'] === 'yes';
    try {
      await this.submissions.once(request, reply, () => this.passkeys.remove(me, id, sure));
    } catch (error) {
      const why = error instanceof Refusal ? ASKED_AGAIN.find((each) => each === error.code) : undefined;
      if (!why) throw error;
      return this.askAgain(me, request, reply, { id, why });
    }
    return this.pages.seeOther(reply, '/me/passkeys?said=removed');
  }

  private async askAgain(me: SignedIn, request: SiteRequest, reply: FastifyReply, { id, why }: { id: string; why: (typeof ASKED_AGAIN)[number] }): Promise<void> {
    const t = this.pages.t(request);
    const passkey = (await this.db.read((tx) => this.passkeys.list(tx, me.accountId))).find((each) => each.id === id) ?? refuse('passkey.not-found', { status: 404 });
    const body = <SurePasskeyView t={t} passkey={passkey} why={why} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('site.passkeys.last', { name: passkey.name }), width: 'narrow', body, status: 409 });
  }
}
