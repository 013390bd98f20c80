/** Which half of the protocol a test is for. */
export type Side = "client" | "server";

/** A protocol test that can be run: it rejects with what differs. */
export interface ProtocolTest {
  /** What is tested: `client requests`, `server malformed requests` and so on. */
  readonly group: string;
  /** The test's id in the model. */
  readonly id: string;
  readonly run: () => Promise<void>;
}
