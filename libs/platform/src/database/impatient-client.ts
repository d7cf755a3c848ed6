import pg from 'pg';

/**
 * A connection that is cut once its server has kept a question unanswered for `query_timeout`. PostgreSQL
 * itself ends what is slow; this is for a server or a network that says nothing at all any more. Without the
 * cut the next user of the pool would wait behind the lost answer.
 */
export class ImpatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // Looked up at each call, so that whoever counts statements sees these too.
    const ask = (...given: unknown[]): unknown => (pg.Client.prototype.query as (...given: unknown[]) => unknown).apply(this, given);
    this.query = ((...given: unknown[]) => {
      const answer = ask(...given);
      if (answer instanceof Promise) answer.catch((error: unknown) => this.cutAfter(error));
      return answer;
    }) as typeof this.query;
  }

  private cutAfter(error: unknown): void {
    if (!(error instanceof Error) || error.message !== 'Query read timeout') return;
    this.connection.stream.destroy();
  }
}
