/** Where the text of a page stands. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | undefined }
  | { readonly kind: 'typing' }
  /** `after` is what went wrong before: it stands until this try has an answer. */
  | { readonly kind: 'saving'; readonly after?: unknown }
  /** A box has to be put right first; the others are saved. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** One request that knows the version it builds on. */
export interface Saving<Patch, Saved> {
  readonly send: (patch: Patch, version: number) => Promise<Saved>;
  readonly versionOf: (saved: Saved) => number;
  readonly now: () => Date;
}

/** Who wants to know how the saving goes. */
export interface SaveListener<Patch, Saved> {
  readonly onState: (state: SaveState) => void;
  readonly onSaved: (saved: Saved, sent: Patch) => void;
}

/**
 * Saves one text after the other, each on the version the one before it made, so that somebody's own
 * saves never collide. Of several waiting texts only the newest is sent.
 */
export class Autosave<Patch, Saved> {
  private listener: SaveListener<Patch, Saved> | undefined;
  private waiting: Patch | undefined;
  private running: Promise<boolean> | undefined;
  private version: number;

  constructor(
    private readonly saving: Saving<Patch, Saved>,
    version: number,
  ) {
    this.version = version;
  }

  /** Tells from now on this one, and nobody else. */
  listen(listener: SaveListener<Patch, Saved>): void {
    this.listener = listener;
  }

  /** Sends the text as soon as the line is free. Answers whether everything given so far is saved. */
  save(patch: Patch): Promise<boolean> {
    this.waiting = patch;
    this.running ??= this.run().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Builds on another version from now on: somebody else's change was looked at. */
  rebase(version: number): void {
    this.version = version;
  }

  private async run(): Promise<boolean> {
    while (this.waiting !== undefined) {
      const patch = this.waiting;
      this.waiting = undefined;
      this.listener?.onState({ kind: 'saving' });
      try {
        const saved = await this.saving.send(patch, this.version);
        this.version = this.saving.versionOf(saved);
        this.listener?.onSaved(saved, patch);
      } catch (error) {
        this.listener?.onState({ kind: 'failed', error });
        return false;
      }
    }
    this.listener?.onState({ kind: 'saved', at: this.saving.now() });
    return true;
  }
}
