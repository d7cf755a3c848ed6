import { Inject, Injectable } from '@nestjs/common';
import { LetterWriter, type ClaimedDelivery, type Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { ALL_LETTERS, type Renderer } from './desk.js';

/** Every letter of the product, by template. */
@Injectable()
export class Writer extends LetterWriter {
  private readonly renderers: ReadonlyMap<string, Renderer>;

  constructor(@Inject(ALL_LETTERS) letters: readonly { renderers: Readonly<Record<string, Renderer>> }[]) {
    super();
    this.renderers = new Map(letters.flatMap(({ renderers }) => Object.entries(renderers)));
  }

  async write(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    const byTemplate = new Map<string, ClaimedDelivery[]>();
    for (const delivery of deliveries) byTemplate.set(delivery.template, [...(byTemplate.get(delivery.template) ?? []), delivery]);
    const letters = new Map<string, Letter>();
    for (const [template, group] of byTemplate) {
      const render = this.renderers.get(template);
      if (!render) throw new Error(`There is no letter called ${template}`);
      for (const [id, letter] of await render(tx, group)) letters.set(id, letter);
    }
    return letters;
  }
}
