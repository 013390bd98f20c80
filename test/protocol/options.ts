import type { Model, ShapeId } from "@wickr-admin/codegen";
import type { ClientModule } from "@wickr-admin/test-support/client-module";
import type { OperationSchema } from "@wickr-admin/test-support/runtime";

/** Which protocol tests to run, and against which client. */
export interface ClientTestOptions {
  readonly model: Model;
  readonly service: ShapeId;
  readonly client: ClientModule;
  /** `aws.protocols#restJson1` where absent. */
  readonly protocol?: ShapeId;
  /** Further configuration of the clients. */
  readonly config?: object;
}

/** Which protocol tests to run, and against which mock. */
export interface ServerTestOptions {
  readonly model: Model;
  readonly service: ShapeId;
  /** The operations of the generated mock, by name. */
  readonly operations: Readonly<Record<string, OperationSchema>>;
  /** `aws.protocols#restJson1` where absent. */
  readonly protocol?: ShapeId;
}
