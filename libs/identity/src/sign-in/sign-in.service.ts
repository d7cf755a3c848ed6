import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Db, Outbox, hashToken, newId, refuse, type Tx } from '@yoriai/platform';
import { Accounts, type EnterFacts, type SignedInNow } from '../account/account.service.js';
import { normaliseEmail, normalisePhone } from '../names/names.js';
import type { Language } from '../person/language.js';
import type { PersonInput } from '../person/person.service.js';
import { SignInRepository, type SignInRow } from './sign-in.repository.js';
import { LIFETIME_MS, MAX_TRIES, letterVerdict, requestVerdict, secondsToWait, tryVerdict, typedCode } from './sign-in.rules.js';
import { SignInSecrets } from './sign-in-secrets.js';

/** Who asks: the mark of the browser, where it has one, and where the request comes from (`callerOf`). */
export interface Asker<Browser extends string | null = string> {
  browser: Browser;
  from: string;
  /** Of the page that asks; Japanese without. */
  language?: Language;
}

/** What both forms answer, whether or not the address is known. */
export interface SignInRequested {
  requestId: string;
  expiresAt: Date;
}

/** A code as typed, or the token of an opened link. */
export type SignInProof = { requestId: string; code: string } | { requestId: string; linkToken: string };

/** The letter to write, or why it holds no code. A dead request has none. */
export type SignInLetter =
  | { kind: 'sign-in' | 'registration'; email: string; language: Language; linkToken: string; code: string; expiresAt: Date }
  | { kind: 'no-account' | 'suspended'; email: string; language: Language };

/** What opening a mailed link shows; nothing is used up by opening. */
export type OpenedLink = { kind: 'same-browser'; requestId: string } | { kind: 'other-browser'; code: string; expiresAt: Date } | { kind: 'gone' };

type Completion = { refused: string; triesLeft: number } | SignedInNow;

/** Signing in and registering by a mailed link and code. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly requests: SignInRepository,
    private readonly secrets: SignInSecrets,
    private readonly accounts: Accounts,
  ) {}

  /**
   * Asks for a letter. The answer has the same shape and costs the same work whether the address has an
   * account or not (ASVS 6.3.8); with `registration` the letter's code also makes the account.
   * The letter is written in the asker's language, and whoever signs in with it reads that from then on.
   * Earlier requests of this browser for this address die. Refuses `contact.email`, `contact.phone` (422),
   * `platform.too-often` (429) for who asks too often, which says nothing about the address.
   */
  async request(email: string, asker: Asker, registration?: Pick<PersonInput, 'name' | 'kana' | 'phone'>): Promise<SignInRequested> {
    const address = validEmail(email);
    const phone = registration?.phone ? validPhone(registration.phone) : null;
    const id = newId();
    const requestedAt = this.clock.now();
    const expiresAt = new Date(requestedAt.getTime() + LIFETIME_MS);
    const browserHash = hashToken(asker.browser);
    const askedFrom = this.secrets.placeHash(asker.from);
    await this.requests.countAsking(asker.from);
    await this.db.transaction(async (tx) => {
      await this.requests.lockEmail(tx, address);
      const earlier = await this.requests.earlier(tx, address, { browserHash, askedFrom }, requestedAt);
      const verdict = letterVerdict(earlier);
      if (verdict === 'too-often') return tooOften(secondsToWait(earlier.knownBrowser ? earlier.own : earlier.here));
      const allowed = verdict === 'write';
      await this.requests.supersede(tx, address, browserHash, requestedAt);
      await this.requests.add(tx, {
        id,
        email: address,
        browserHash,
        linkHash: this.secrets.linkHash(id),
        codeHash: this.secrets.codeHash(id, this.secrets.code(id)),
        state: allowed ? 'open' : 'unsent',
        tries: 0,
        name: registration?.name.trim() ?? null,
        kana: registration?.kana.trim() ?? null,
        phone,
        language: asker.language ?? 'ja',
        requestedAt,
        expiresAt,
        askedFrom,
      });
      if (allowed) await this.outbox.add(tx, 'identity.sign-in-requested', { signInRequestId: id });
    });
    return { requestId: id, expiresAt };
  }

  /**
   * What an opened link may do in this browser. In another browser than the one that asked it shows the
   * code to type there, so a forwarded or previewed link signs nobody in.
   */
  async byLink(linkToken: string, browserToken: string | null): Promise<OpenedLink> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const request = await this.requests.byLinkHash(tx, hashToken(linkToken));
      if (!request || requestVerdict(request, now) !== 'open') return { kind: 'gone' };
      if (browserToken && same(hashToken(browserToken), request.browserHash)) return { kind: 'same-browser', requestId: request.id };
      return { kind: 'other-browser', code: this.secrets.code(request.id), expiresAt: request.expiresAt };
    });
  }

  /**
   * Signs in with the code or the link, once, in the browser that asked; makes account and person when the
   * request was a registration. `previousToken` is a session of this browser and ends.
   * Refuses `sign-in.gone` (410), `sign-in.too-many-tries` (410), `sign-in.other-browser`, `sign-in.wrong-code` (422, `triesLeft`),
   * `platform.too-often` (429) for the codes of a place from which too many wrong ones came; links go on working there.
   */
  async complete(proof: SignInProof, asker: Asker<string | null>, facts: EnterFacts = {}): Promise<SignedInNow> {
    // Counted before anything is compared, so that a thousand guesses at once are a thousand; the right one is given back.
    if ('code' in proof) await this.requests.countCode(asker.from);
    // The refusal is thrown after the commit: a wrong try has to stay counted.
    const completion = await this.db.transaction((tx) => this.tryAndNote(tx, proof, asker.browser, facts));
    if (!('refused' in completion)) {
      if ('code' in proof) await this.requests.forgiveCode(asker.from);
      return completion;
    }
    const { refused, triesLeft } = completion;
    if (refused === 'sign-in.wrong-code') {
      return refuse(refused, { status: 422, fields: [{ field: 'code', code: refused, params: { triesLeft } }], params: { triesLeft } });
    }
    return refuse(refused, { status: refused === 'sign-in.other-browser' ? 409 : 410 });
  }

  /**
   * What the letter of a request says. Link and code are derived anew, so nothing plain is at rest and no
   * secret travels through the queue. Null when the request has been used, replaced or is too old.
   */
  async letterOf(tx: Tx, signInRequestId: string): Promise<SignInLetter | null> {
    const request = await this.requests.byId(tx, signInRequestId);
    if (!request || requestVerdict(request, this.clock.now()) !== 'open') return null;
    const { id, email, language, expiresAt } = request;
    const account = await this.accounts.byEmail(tx, email);
    if (account?.status === 'suspended') return { kind: 'suspended', email, language };
    if (!account && request.name === null) return { kind: 'no-account', email, language };
    return { kind: account ? 'sign-in' : 'registration', email, language, linkToken: this.secrets.linkToken(id), code: this.secrets.code(id), expiresAt };
  }

  /** Removes requests that nothing looks back to any more: those that signed somebody in after 90 days, all others after one; and questions to devices that nobody can answer any more. */
  async tidy(): Promise<void> {
    await this.db.transaction((tx) => this.requests.forget(tx, this.clock.now()));
  }

  /** Who was not let in is written down; of codes and counted tries only, whose number is bounded. */
  private async tryAndNote(tx: Tx, proof: SignInProof, browserToken: string | null, facts: EnterFacts): Promise<Completion> {
    const completion = await this.tryOnce(tx, proof, browserToken, facts);
    if ('refused' in completion && ('code' in proof || completion.refused === 'sign-in.wrong-code')) {
      await this.requests.noteRefusal(tx, proof.requestId, completion.refused);
    }
    return completion;
  }

  private async tryOnce(tx: Tx, proof: SignInProof, browserToken: string | null, facts: EnterFacts): Promise<Completion> {
    const now = this.clock.now();
    const request = await this.requests.lock(tx, proof.requestId);
    if (!request) return { refused: 'sign-in.gone', triesLeft: 0 };
    // Before anything is counted: who does not hold the browser's cookie can't burn its owner's tries.
    if (!browserToken || !same(hashToken(browserToken), request.browserHash)) return { refused: 'sign-in.other-browser', triesLeft: 0 };
    const verdict = requestVerdict(request, now);
    if (verdict !== 'open') return { refused: verdict, triesLeft: 0 };

    const right = this.matches(request, proof) && (await this.mayEnter(tx, request));
    const next = tryVerdict(request, right);
    await this.requests.settle(tx, request.id, next, now);
    if (!right) {
      const dead = next.state === 'exhausted';
      return { refused: dead ? 'sign-in.too-many-tries' : 'sign-in.wrong-code', triesLeft: MAX_TRIES - next.tries };
    }

    const { email, phone, language } = request;
    return this.accounts.enter(tx, { email, phone, language, name: request.name ?? email, kana: request.kana ?? email }, facts);
  }

  private matches(request: SignInRow, proof: SignInProof): boolean {
    if ('linkToken' in proof) return same(hashToken(proof.linkToken), request.linkHash);
    return same(this.secrets.codeHash(request.id, typedCode(proof.code)), request.codeHash);
  }

  /** No account and no registration: the address never got this code, so whoever guessed it is not let in. */
  private async mayEnter(tx: Tx, request: SignInRow): Promise<boolean> {
    const account = await this.accounts.byEmail(tx, request.email);
    return account ? account.status === 'active' : request.name !== null;
  }
}

function tooOften(seconds: number): never {
  return refuse('platform.too-often', { status: 429, retryAfter: seconds, params: { minutes: Math.ceil(seconds / 60) } });
}

function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function validEmail(text: string): string {
  const verdict = normaliseEmail(text);
  return verdict.ok ? verdict.value : refuse('platform.invalid', { status: 422, fields: [{ field: 'email', code: verdict.code }] });
}

function validPhone(text: string): string {
  const verdict = normalisePhone(text);
  return verdict.ok ? verdict.value : refuse('platform.invalid', { status: 422, fields: [{ field: 'phone', code: verdict.code }] });
}
