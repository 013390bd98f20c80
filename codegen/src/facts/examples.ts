import type { Json, OperationShape } from "../model/model.js";
import { trait } from "../model/traits.js";

/** An entry of the `smithy.api#examples` trait. */
export interface Example {
  readonly title: string;
  readonly documentation?: string;
  readonly input?: Json;
  readonly output?: Json;
  readonly error?: { readonly shapeId: string; readonly content?: Json };
}

/** The examples of an operation, in the order of the model. */
export const examplesOf = (operation: OperationShape): readonly Example[] =>
  (trait(operation, "examples") as unknown as readonly Example[] | undefined) ?? [];
