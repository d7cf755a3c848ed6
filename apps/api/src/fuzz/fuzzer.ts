import { Refusal } from '@yoriai/platform';
import { TABLE, readMatrix } from '../rights/matrix.js';
import type { Asker } from '../rights/people.js';
import type { Prop, PropKind } from '../rights/props.js';
import { Stage } from '../rights/stage.js';
import { verdictOf } from '../rights/verdict.js';
import { faultOf } from './judge.js';
import { operationsOf, type Document, type Operation } from './operations.js';
import type { Twist } from './inputs.js';
import type { Swept } from './sweep.js';
import { twisted } from './twisting.js';

/** Kinds of things asked about at the same time. */
const ABREAST = 4;

/** Sends requests with things wrong in them to the whole process, and judges the answers. */
export class Fuzzer {
  /** Operations that somebody came into. */
  readonly reached = new Set<string>();
  /** Why a thing could not be made: what was sent before may stand in its way, as a duty at the same hour does. */
  readonly unmade: string[] = [];
  /** Kinds of things that were made once at least. */
  readonly kindsMade = new Set<PropKind>();
  private readonly props = new Map<PropKind, Prop>();

  private constructor(
    readonly stage: Stage,
    readonly operations: readonly Operation[],
  ) {}

  static async open(): Promise<Fuzzer> {
    const stage = await Stage.open();
    const { body } = await stage.ask('visitor', { method: 'GET', path: '/api/openapi.json' });
    return new Fuzzer(stage, operationsOf(readMatrix(TABLE), JSON.parse(body) as Document));
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  /** Sends one request; answers what is wrong with the answer. What a request changed is made anew for the next. */
  async fault(operation: Operation, asker: Asker, twists: readonly Twist[]): Promise<string | undefined> {
    const prop = this.props.get(operation.about) ?? (await this.made(operation.about));
    if (!prop) return undefined;
    this.props.set(operation.about, prop);
    const request = twisted(operation, prop, twists);
    const heard = await this.stage.ask(asker, { ...request, cookies: prop['cookies'] });
    if (verdictOf(heard) === 'ok') {
      this.reached.add(`${operation.method} ${operation.url}`);
      if (operation.method !== 'GET') this.props.delete(operation.about);
    }
    const wrong = faultOf(request.path, heard);
    if (!wrong) return undefined;
    const body = typeof request.body === 'string' ? request.body : '';
    return `${asker} ${wrong}: ${operation.method} ${request.path.slice(0, 200)} ${JSON.stringify(request.headers).slice(0, 200)} ${body.slice(0, 300)} → ${heard.body.slice(0, 200)}`;
  }

  /** Kinds that operations are about and that never came to be: nothing about them was tried. */
  get kindsMissing(): string[] {
    return [...new Set(this.operations.map(({ about }) => about))].filter((kind) => !this.kindsMade.has(kind));
  }

  private async made(kind: PropKind): Promise<Prop | undefined> {
    try {
      const prop = await this.stage.prop(kind);
      this.kindsMade.add(kind);
      return prop;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.unmade.push(`${kind}: ${error.code}`);
      return undefined;
    }
  }

  /** Sends them all, those about the same kind of thing one after the other; answers the faults. */
  async sweep(requests: readonly Swept[]): Promise<string[]> {
    const byKind = new Map<PropKind, Swept[]>();
    for (const request of requests) {
      const known = byKind.get(request.operation.about);
      if (known) known.push(request);
      else byKind.set(request.operation.about, [request]);
    }
    const queue = [...byKind.values()].sort((a, b) => b.length - a.length);
    const faults: string[] = [];
    const take = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        for (const { operation, asker, twists } of next) faults.push(...[await this.fault(operation, asker, twists)].filter((each) => each !== undefined));
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, take));
    return faults;
  }
}
