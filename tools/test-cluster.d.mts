/** What is needed to clone a database from a test cluster; see libs/testing. */
export interface ClusterFacts {
  host: string;
  port: number;
  ownerUrl: string;
  appPassword: string;
  queuePassword: string;
  template: string;
}

/** A cluster of one test file alone. */
export interface OwnCluster {
  facts: ClusterFacts;
  stop(): Promise<void>;
  start(): Promise<unknown>;
  /** Every process of the server stands still: connections stay, answers don't come. */
  freeze(): Promise<void>;
  /** The connections that the product has now stand still for good; new ones are served. */
  freezeConnections(): Promise<void>;
  thaw(): void;
  remove(): Promise<void>;
}

/** Makes and starts a cluster that this test file may stop, freeze and start again as it likes. */
export function clusterOfItsOwn(): Promise<OwnCluster>;
