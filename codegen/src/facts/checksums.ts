import { isObject, property } from "../model/json.js";
import type { Json, OperationShape } from "../model/model.js";
import { hasTrait, trait } from "../model/traits.js";

/** The trait of checksums whose algorithm the caller may choose. */
export const CHECKSUM = "aws.protocols#httpChecksum";

/** The value of `httpChecksum`, as far as it is there. */
export interface FlexibleChecksum {
  readonly requestAlgorithmMember?: string;
  readonly requestChecksumRequired: boolean;
  readonly requestValidationModeMember?: string;
  readonly responseAlgorithms?: readonly string[];
}

/** The checksums of an operation whose algorithm the caller may choose. */
export const flexibleChecksumOf = (operation: OperationShape): FlexibleChecksum | undefined => {
  const value = trait(operation, CHECKSUM);
  if (!isObject(value)) return undefined;
  const algorithm = property(value, "requestAlgorithmMember");
  const mode = property(value, "requestValidationModeMember");
  const responses = property(value, "responseAlgorithms");
  return {
    ...(typeof algorithm === "string" && { requestAlgorithmMember: algorithm }),
    requestChecksumRequired: property(value, "requestChecksumRequired") === true,
    ...(typeof mode === "string" && { requestValidationModeMember: mode }),
    ...(Array.isArray(responses) && {
      responseAlgorithms: (responses as readonly Json[]).filter((id) => typeof id === "string"),
    }),
  };
};

/** Whether requests of the operation carry a checksum. */
export const sendsChecksum = (operation: OperationShape): boolean => {
  const flexible = flexibleChecksumOf(operation);
  return flexible
    ? flexible.requestChecksumRequired || flexible.requestAlgorithmMember !== undefined
    : hasTrait(operation, "httpChecksumRequired");
};
