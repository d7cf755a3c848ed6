import { createElement } from 'react';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '@yoriai/platform';
import type { Problem } from '../../http/problem.js';
import { isChange } from '../../http/request.js';
import { CircleDoor } from '../events/circle-door.js';
import { ownPath, signInPath } from '../page/own-path.js';
import { Pages } from '../page/pages.js';
import { ErrorPage, errorTitle } from './error-page.js';
import { unsentForm } from './unsent-form.js';

/** Answers what went wrong on a page with a page. */
@Injectable()
export class SiteErrors {
  constructor(
    private readonly pages: Pages,
    private readonly config: Config,
    private readonly circles: CircleDoor,
  ) {}

  /**
   * 401 leads to the sign-in page and back, what is for a circle leads who is in it to its page; everything else says its sentence, the number of the request and a way on.
   * What was written into a form that could not be taken just now is kept on the page, one press away from being sent again.
   */
  async answer(request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<void> {
    if (problem.status === 401) {
      await this.pages.seeOther(reply, signInPath(isChange(request.method) ? this.cameFrom(request) : ownPath(request.url, '/me')));
      return;
    }
    const way = problem.status === 404 ? await this.circles.wayFor(request) : null;
    if (way !== null) {
      await reply.header('cache-control', 'private, no-store').redirect(way, 303);
      return;
    }
    const back = isChange(request.method) ? this.cameFrom(request) : undefined;
    await this.pages.send(request, reply, {
      title: errorTitle(this.pages.t(request), problem.status),
      status: problem.status,
      width: 'narrow',
      body: createElement(ErrorPage, { t: this.pages.t(request), problem, phone: this.config.officePhone, back, unsent: unsentForm(request, problem) }),
    });
  }

  /** The page of ours that sent this form. */
  private cameFrom(request: FastifyRequest): string {
    const referer = request.headers.referer;
    if (!referer || !URL.canParse(referer)) return '/';
    const { host, pathname, search } = new URL(referer);
    return host === request.headers.host ? ownPath(`${pathname}${search}`, '/') : '/';
  }
}
